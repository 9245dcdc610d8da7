package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;

/** The charset and the delimiter of a file are found, and asked where they are not certain (S3-29). */
@OnPostgres
class ImportReadingTest {

    private static final String GREEK =
            "First,Last,Email\nAnna,\u0394\u03b7\u03bc\u03b7\u03c4\u03c1\u03af\u03bf\u03c5,anna@example.org\n";
    private static final Charset WINDOWS_1253 = Charset.forName("windows-1253");

    private final ImportBench bench = new ImportBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCharsetIsCertainByItsBytesAndAskedWhereStatisticsChoseItS329() {
        assertTrue(bench.upload(GREEK).charsetCertain(), "valid UTF-8");
        assertTrue(bench.upload("\ufeff".concat(GREEK).getBytes(StandardCharsets.UTF_16LE))
                .charsetCertain());
        assertTrue(bench.upload("First,Last\nA,B\n").charsetCertain(), "nothing but ASCII");
        assertFalse(bench.upload(GREEK.getBytes(WINDOWS_1253)).charsetCertain());
    }

    /** S3-29. Whatever the share of the other charset is, its cells are named, and the rest is read as it was meant. */
    @Test
    void cellsInAnotherCharsetAreNamed() {
        mixed(1_000, 1, "UTF-8", "CHARACTER_LOST");
        mixed(500, 500, "UTF-8", "CHARACTER_LOST");
        mixed(1, 1_000, "windows-1252", "CHARACTERS_MIXED");
    }

    private void mixed(int utf8, int windows, String charset, String code) {
        java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
        file.writeBytes("First,Last,Email\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < utf8 + windows; i++) {
            file.writeBytes(("J\u00fcrgen" + i + ",M\u00fcller," + charset + i + "@example.org\n")
                    .getBytes(i < utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252")));
        }
        long id = bench.upload(file.toByteArray()).id();
        assertEquals(charset, bench.find(id).charset());
        assertFalse(bench.find(id).charsetCertain());
        bench.start(id, OnDuplicate.CREATE, true);
        bench.work(id, 500);
        long rows = Long.parseLong(
                bench.kontor.sql("select count(distinct row_number) from import_problem where import_id = " + id
                        + " and code = '" + code + "'"));
        assertEquals(Math.min(utf8, windows), rows);
    }

    /** A first row without end is not called an empty file. */
    @Test
    void aHeaderWithoutEndIsRefusedForWhatItIs() {
        AppException refused = assertThrows(AppException.class, () -> bench.upload("a,".repeat(20_005) + "b\n1,2\n"));
        assertEquals("TABLE_UNREADABLE", refused.errors().get(0).code());
    }

    @Test
    void samplesShowTheSameLinesInEveryCharsetS329() {
        long id = bench.upload(GREEK.getBytes(WINDOWS_1253)).id();

        List<CharsetSample> samples = charsets(id);
        assertEquals(bench.find(id).charset(), samples.get(0).charset(), "the one in use comes first");
        CharsetSample latin = samples.stream()
                .filter(s -> s.charset().equals("windows-1252"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(new String(
                        GREEK.lines().toList().get(1).getBytes(WINDOWS_1253), Charset.forName("windows-1252"))),
                latin.lines());
        assertEquals(
                List.of(),
                charsets(bench.upload("First,Last\nA,B\n").id()).get(0).lines());
    }

    @Test
    void samplesOfWideCharactersBreakAtTheirLines() {
        byte[] file = "First,Last\nAnna,\u0394\nBo,Dahl\nCleo,\u00e9\n".getBytes(StandardCharsets.UTF_16BE);
        CharsetSample wide = CharsetSample.of(file, StandardCharsets.UTF_16BE).get(0);
        assertEquals(List.of("Anna,\u0394", "Cleo,\u00e9"), wide.lines());
    }

    @Test
    void aFileIsReadInAnotherCharsetAndThatIsHowItComesInS329() {
        long id = bench.upload(GREEK.getBytes(WINDOWS_1253)).id();
        ImportView wrong = reread(id, new ImportReading("windows-1252", ""));
        assertEquals("windows-1252", wrong.charset());
        assertTrue(wrong.charsetCertain(), "somebody said so");

        assertEquals(
                "windows-1253",
                reread(id, new ImportReading("windows-1253", "")).charset());
        bench.start(id, OnDuplicate.SKIP, false);
        bench.work(id, 3);
        assertEquals(
                GREEK.lines().toList().get(1).split(",", -1)[1], bench.kontor.sql("select last_name from customer"));
    }

    @Test
    void anotherDelimiterGivesAnotherHeaderAndFormatAndBackAgain() {
        ImportView found = bench.upload(GREEK);
        ImportView other = reread(found.id(), new ImportReading("", ";"));
        assertEquals(List.of("First,Last,Email"), other.header());
        assertEquals(found.charset(), other.charset());
        assertFalse(other.headerProblems().isEmpty());

        ImportView back = reread(found.id(), new ImportReading("", ","));
        assertEquals(found.header(), back.header());
        assertEquals(found.format(), back.format());
        assertEquals(List.of(), back.headerProblems());
    }

    @Test
    void whatIsKnownCanBeSaidWithTheUpload() {
        ImportView view = bench.kontor.as(
                ImportBench.ANNA,
                () -> bench.imports()
                        .upload(
                                "people.csv",
                                new ByteArrayInputStream(GREEK.getBytes(WINDOWS_1253)),
                                Optional.empty(),
                                new ImportReading("windows-1253", ",")));
        assertEquals("windows-1253", view.charset());
        assertTrue(view.charsetCertain());
    }

    @Test
    void whatIsNoCharsetOrDelimiterIsRefusedAndNothingChanges() {
        ImportView before = bench.upload(GREEK);
        for (String charset : List.of("nonsense", "not a name")) {
            AppException refused =
                    assertThrows(AppException.class, () -> reread(before.id(), new ImportReading(charset, "x")));
            assertEquals(ErrorKind.INVALID, refused.kind());
            assertEquals(
                    List.of("charset", "delimiter"),
                    refused.errors().stream().map(e -> e.field()).toList());
        }
        assertEquals(before.charset(), bench.find(before.id()).charset());
        assertEquals(before.header(), bench.find(before.id()).header());
    }

    @Test
    void anImportThatWasStartedIsReadAsItWas() {
        long id = bench.upload(GREEK).id();
        bench.start(id, OnDuplicate.SKIP, true);
        AppException refused =
                assertThrows(AppException.class, () -> reread(id, new ImportReading("windows-1252", "")));
        assertEquals("IMPORT_STARTED", refused.code());
    }

    private List<CharsetSample> charsets(long id) {
        return bench.kontor.as(ImportBench.ANNA, () -> bench.imports().charsets(id));
    }

    private ImportView reread(long id, ImportReading reading) {
        return bench.kontor.as(ImportBench.ANNA, () -> bench.imports().reread(id, reading));
    }
}
