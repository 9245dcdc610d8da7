package org.kontor.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts papers into an archive. Two of one name get numbers. */
final class PaperArchive {

    /** All papers carry the same time: 1980 is where archives begin. */
    private static final long BEGINNING = 315_532_800_000L;

    private PaperArchive() {}

    static byte[] of(List<Paper> papers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Paper paper : papers) {
                String name = paper.name();
                for (int i = 2; !names.add(name); i++) {
                    name = i + "-" + paper.name();
                }
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(BEGINNING);
                zip.putNextEntry(entry);
                zip.write(paper.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
