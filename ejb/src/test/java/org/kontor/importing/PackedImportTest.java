package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;

@OnPostgres
class PackedImportTest {

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** S3-29. A packed file under a title goes the whole way: stored as text, read again by the job, its failed rows given back. */
    @Test
    void aPackedFileWithATitleIsImportedLikeItsText() throws IOException {
        String text =
                "People of the club\n\nFirst,Last,Email\nAnna,Berg,anna@example.org\n\"Bo\" X,Dahl,bo@example.org\n";
        ImportView view = bench.upload(gzip(text.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("test", view.format());
        assertEquals("UTF-16LE", view.charset());
        assertEquals(text.length() * 2L, view.fileSize());
        bench.start(view.id(), OnDuplicate.SKIP, false);
        bench.work(view.id(), 3);
        ImportView done = bench.find(view.id());
        assertEquals(ImportState.SUCCEEDED, done.state());
        assertEquals(1, done.created());
        assertEquals(1, done.failed());
        assertEquals("QUOTE_MISPLACED", done.problems().get(0).code());
        assertEquals(5, done.problems().get(0).line());
        assertEquals(
                "Reason,First,Last,Email",
                bench.failedRows(view.id()).lines().findFirst().orElseThrow());
    }

    @Test
    void whatIsNoTableIsRefusedAndNotKept() throws IOException {
        byte[] noise = new byte[4_000];
        new java.util.Random(5).nextBytes(noise);
        noise[0] = 'x';
        assertThrows(AppException.class, () -> bench.upload(noise));
        assertThrows(AppException.class, () -> bench.upload(gzip(gzip("a".getBytes(StandardCharsets.UTF_8)))));
        assertEquals(0, bench.count("import_piece"));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
