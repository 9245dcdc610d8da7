package org.kontor.importing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kontor.shared.AppException;

/**
 * Takes the table out of what was uploaded: a text as it is, or the one file in a {@code .gz} or {@code .zip}, or the first
 * sheet of an {@code .xlsx} as comma separated text. The bytes tell which it is, not the name. Whatever expands beyond reason
 * is refused while it expands.
 */
final class Unpacking {

    private static final int LONGEST_MARK = 8;
    /** In a text at most one character of so many is a control character or unreadable; a few are in any case. */
    private static final int TEXT_PER_STRANGE = 20;

    private static final int FEW = 16;

    private static final List<String> NOT_IN_A_TABLE = List.of("__MACOSX/", ".DS_Store", "Thumbs.db");

    private Unpacking() {}

    /** Uses the text; the stream ends with the call. */
    interface Use<T> {
        /** Reads the text to its end. */
        T read(InputStream text) throws IOException;
    }

    /**
     * Unpacks an upload and reads it.
     *
     * @param upload what was uploaded; not closed
     * @throws AppException when it holds no table, more than one, or expands beyond reason
     */
    static <T> T read(InputStream upload, Use<T> use) throws IOException {
        BufferedInputStream start = new BufferedInputStream(upload);
        byte[] mark = mark(start);
        if (begins(mark, 0x1f, 0x8b)) {
            return readGzip(start, use);
        }
        if (begins(mark, 'P', 'K', 3, 4) || begins(mark, 'P', 'K', 5, 6)) {
            return readZip(start, use);
        }
        refuseOther(mark);
        return use.read(start);
    }

    private static byte[] mark(BufferedInputStream start) throws IOException {
        start.mark(LONGEST_MARK);
        byte[] mark = start.readNBytes(LONGEST_MARK);
        start.reset();
        return mark;
    }

    private static <T> T readGzip(InputStream packed, Use<T> use) throws IOException {
        try (CappedStream counted = CappedStream.counting(packed);
                InputStream expanded = new GZIPInputStream(counted);
                BufferedInputStream text = new BufferedInputStream(CappedStream.of(expanded, counted::count))) {
            refusePackedAgain(mark(text));
            return use.read(text);
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
    }

    private static <T> T readZip(InputStream packed, Use<T> use) throws IOException {
        Path file = Files.createTempFile("kontor-upload", ".zip");
        try {
            try (CappedStream counted = CappedStream.counting(packed)) {
                Files.copy(counted, file, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                return zip.getEntry(Workbook.PART) == null ? readOnly(zip, use) : readWorkbook(zip, use);
            } catch (IOException e) {
                // The upload has arrived whole: what cannot be read of it now is damaged.
                throw String.valueOf(e.getMessage()).contains("encrypted") ? encrypted() : damaged();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static <T> T readWorkbook(ZipFile zip, Use<T> use) throws IOException {
        try (SheetText text = new SheetText(new Workbook(zip))) {
            return use.read(text);
        }
    }

    private static <T> T readOnly(ZipFile zip, Use<T> use) throws IOException {
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> NOT_IN_A_TABLE.stream().noneMatch(entry.getName()::contains))
                .limit(2)
                .toList();
        if (files.size() != 1) {
            throw AppException.invalid(
                    "file",
                    "ZIP_NOT_ONE_FILE",
                    files.isEmpty()
                            ? "Put the file with the customers into the zip archive: it is empty."
                            : "Put a single file into the zip archive, or upload its files one by one: it holds several.");
        }
        try (BufferedInputStream text = new BufferedInputStream(entry(zip, files.get(0)))) {
            byte[] mark = mark(text);
            refusePackedAgain(mark);
            refuseOther(mark);
            return use.read(text);
        }
    }

    /** The bytes of an entry, refused when they expand beyond reason. */
    static InputStream entry(ZipFile zip, ZipEntry entry) throws IOException {
        return CappedStream.of(zip.getInputStream(entry), entry::getCompressedSize);
    }

    private static AppException encrypted() {
        return AppException.invalid(
                "file", "FILE_ENCRYPTED", "Pack the file again without a password: it cannot be opened with one.");
    }

    private static void refusePackedAgain(byte[] mark) {
        if (begins(mark, 0x1f, 0x8b) || begins(mark, 'P', 'K', 3, 4)) {
            throw AppException.invalid(
                    "file",
                    "PACKED_TWICE",
                    "Unpack the archive once and upload what is in it: it holds another archive.");
        }
    }

    private static void refuseOther(byte[] mark) {
        if (begins(mark, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw AppException.invalid(
                    "file",
                    "FILE_OLD_WORKBOOK",
                    "Save the workbook as .xlsx without a password, or as CSV, and upload that: it is of the old kind or"
                            + " protected.");
        }
        if (isOther(mark)) {
            throw notTable();
        }
    }

    /**
     * Refuses what is no text.
     *
     * @param sample the first characters
     * @return the sample
     */
    static String requireText(String sample) {
        long strange = sample.chars()
                .filter(c -> c == '\ufffd' || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'))
                .count();
        if (strange > FEW && strange * TEXT_PER_STRANGE > sample.length()) {
            throw notTable();
        }
        return sample;
    }

    private static boolean isOther(byte[] mark) {
        return begins(mark, '%', 'P', 'D', 'F')
                || begins(mark, 0x89, 'P', 'N', 'G')
                || begins(mark, 0xff, 0xd8, 0xff)
                || begins(mark, 'G', 'I', 'F', '8')
                || begins(mark, 'R', 'a', 'r', '!')
                || begins(mark, '7', 'z', 0xbc, 0xaf)
                || begins(mark, 'B', 'Z', 'h')
                || begins(mark, 0xfd, '7', 'z', 'X', 'Z')
                || begins(mark, 0x28, 0xb5, 0x2f, 0xfd)
                || begins(mark, '{', '\\', 'r', 't', 'f');
    }

    private static AppException notTable() {
        return AppException.invalid(
                "file",
                "FILE_NOT_TABLE",
                "Upload a table: CSV, tab separated text or .xlsx, packed as .gz or .zip or not. This file is something"
                        + " else.");
    }

    static AppException damaged() {
        return AppException.invalid(
                "file",
                "FILE_DAMAGED",
                "Save or pack the file again and upload that, or upload it as CSV: it cannot be opened to its end.");
    }

    private static boolean begins(byte[] mark, int... expected) {
        if (mark.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((mark[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
