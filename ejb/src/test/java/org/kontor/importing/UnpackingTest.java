package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;

class UnpackingTest {

    private static final String TEXT = "Name,City\nAda,K\u00f6ln\n";

    @Test
    void aTextIsReadAsItIsAndOutOfAnArchiveOfOneFile() throws IOException {
        assertEquals(TEXT, read(utf8(TEXT)));
        assertEquals("", read(new byte[0]));
        assertEquals("a", read(utf8("a")));
        assertEquals(TEXT, read(gzip(utf8(TEXT))));
        assertEquals(TEXT, read(zip(Map.of("customers.csv", utf8(TEXT)))));
        Map<String, byte[]> fromMac = new LinkedHashMap<>();
        fromMac.put("out/", new byte[0]);
        fromMac.put("out/customers.csv", utf8(TEXT));
        fromMac.put("__MACOSX/out/._customers.csv", new byte[20]);
        fromMac.put("out/.DS_Store", new byte[20]);
        assertEquals(TEXT, read(zip(fromMac)));
    }

    @Test
    void whatHoldsNoTableIsRefusedWithWhatToDo() throws IOException {
        assertRefused("ZIP_NOT_ONE_FILE", zip(Map.of("a.csv", utf8("a"), "b.csv", utf8("b"))));
        assertRefused("ZIP_NOT_ONE_FILE", zip(Map.of()));
        assertRefused("PACKED_TWICE", gzip(gzip(utf8(TEXT))));
        assertRefused("PACKED_TWICE", zip(Map.of("a.zip", zip(Map.of("a.csv", utf8("a"))))));
        assertRefused("FILE_OLD_WORKBOOK", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
        assertRefused("FILE_OLD_WORKBOOK", zip(Map.of("a.xls", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1))));
        assertRefused("FILE_NOT_TABLE", utf8("%PDF-1.7\n"));
        assertRefused("FILE_NOT_TABLE", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10));
        byte[] whole = gzip(utf8(TEXT.repeat(5_000)));
        assertRefused("FILE_DAMAGED", Arrays.copyOf(whole, whole.length / 2));
        byte[] archive = zip(Map.of("a.csv", utf8(TEXT.repeat(5_000))));
        assertRefused("FILE_DAMAGED", Arrays.copyOf(archive, archive.length / 2));
        assertRefused("FILE_ENCRYPTED", encrypted(archive));
        assertThrows(AppException.class, () -> Unpacking.requireText("\u0001\ufffdabcdef".repeat(9)));
        assertEquals("a\u0000b\tc\n", Unpacking.requireText("a\u0000b\tc\n"));
    }

    @Test
    void whatExpandsBeyondReasonIsRefusedAtOnce() throws IOException {
        byte[] zeros = new byte[64 << 20];
        for (byte[] bomb : List.of(gzip(zeros), zip(Map.of("a.csv", zeros)))) {
            assertTimeout(Duration.ofSeconds(10), () -> assertRefused("FILE_EXPANDS_TOO_MUCH", bomb));
        }
        Map<String, byte[]> workbook = workbook("<row><c t=\"s\"><v>0</v></c></row>", "", "", "");
        workbook.put("xl/sharedStrings.xml", utf8("<sst><si><t>" + "x".repeat(64 << 20) + "</t></si></sst>"));
        assertRefused("CELL_TOO_LONG", zip(workbook));
        workbook.put("xl/sharedStrings.xml", utf8("<sst>" + " ".repeat(64 << 20) + "</sst>"));
        assertRefused("FILE_EXPANDS_TOO_MUCH", zip(workbook));
    }

    @Test
    void theFirstVisibleSheetBecomesText() throws IOException {
        String rows = """
                <row r="1"><c r="A1" t="inlineStr"><is><t>Customers</t></is></c></row>
                <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>Zip</t></is></c></row>
                <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="1"><v>32264</v></c><c r="D4" s="2"><v>1234</v></c></row>
                <row r="5"><c r="A5" t="str"><f>CONCATENATE("a","b")</f><v>ab, "c"</v></c><c r="B5" s="1"><v>32264.5</v></c></row>
                <row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6"><f>1+1</f><v>2</v></c><c r="C6" t="e"><v>#N/A</v></c><c r="D6"><v>4.2E10</v></c></row>
                """;
        String shared = "<sst><si><t>Name</t></si><si><t>Born</t></si>"
                + "<si><r><t>Ada </t></r><r><t xml:space=\"preserve\">K&amp;ng</t></r><rPh><t>no</t></rPh></si></sst>";
        String styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
        assertEquals("""
                "Customers"
                "Name","Born","","Zip"
                "Ada K&ng","1988-05-01","","01234"
                "ab, ""c""\","1988-05-01T12:00","",""
                "TRUE","2","#N/A","42000000000"
                """, read(zip(workbook(rows, shared, styles, ""))));
    }

    @Test
    void numbersAndDaysAreWrittenAsTheSheetShowsThem() {
        NumberStyle day = NumberStyle.of("14", "");
        assertEquals("1900-01-01", day.text("1", false));
        assertEquals("1900-03-01", day.text("61", false));
        assertEquals("1904-01-02", day.text("1", true));
        assertEquals("12:00", day.text("0.5", false));
        assertEquals("-1", day.text("-1", false));
        assertEquals("9999999999", day.text("9999999999", false));
        assertEquals("not a number", day.text("not a number", false));
        assertEquals(NumberStyle.PLAIN, NumberStyle.of("164", "General"));
        assertEquals(NumberStyle.PLAIN, NumberStyle.of("164", "#,##0.00 \"days\""));
        assertEquals(NumberStyle.PLAIN, NumberStyle.of("164", "[Red]#,##0"));
        assertTrue(NumberStyle.of("164", "[$-409]d-mmm-yy;@").date());
        assertEquals("1E999999999", NumberStyle.PLAIN.text("1E999999999", false));
        assertEquals("15550100199", NumberStyle.PLAIN.text("1.5550100199E10", false));
    }

    @Test
    void aHostileWorkbookIsRefusedOrHarmless() throws IOException {
        assertRefused("SHEET_TOO_WIDE", zip(workbook("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "", "", "")));
        assertRefused("SHEET_TOO_WIDE", zip(workbook("<row>" + "<c/>".repeat(20_000) + "</row>", "", "", "")));
        assertRefused("FILE_DAMAGED", zip(workbook("<row><c t=\"s\"><v>7</v></c></row>", "", "", "")));
        assertRefused("FILE_DAMAGED", zip(workbook("<row><c><v>1</v></row>", "", "", "")));
        String laughs =
                "<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]>";
        for (String entity : List.of("&b;", "&x;")) {
            byte[] file = zip(workbook("<row><c t=\"str\"><v>" + entity + "</v></c></row>", "", "", laughs));
            try {
                assertEquals("", read(file).replaceAll("[\",\n]", ""));
            } catch (AppException e) {
                assertEquals("FILE_DAMAGED", e.errors().get(0).code());
            }
        }
    }

    /** Whatever is done to the bytes of a packed file, it is read or refused. */
    @Test
    void damagedBytesAreReadOrRefused() throws IOException {
        Random random = new Random(7);
        List<byte[]> good = List.of(
                gzip(utf8(TEXT)),
                zip(Map.of("a.csv", utf8(TEXT))),
                zip(workbook(
                        "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>5</v></c></row>",
                        "<sst><si><t>a</t></si></sst>",
                        "",
                        "")));
        for (int round = 0; round < 3_000; round++) {
            byte[] file = good.get(round % good.size()).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                Unpacking.read(new ByteArrayInputStream(file), in -> in.transferTo(OutputStream.nullOutputStream()));
            } catch (AppException e) {
                assertTrue(e.errors().size() <= 1);
            }
        }
    }

    private static Map<String, byte[]> workbook(String rows, String shared, String styles, String prolog) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8("<Types/>"));
        parts.put(
                "xl/workbook.xml",
                utf8("<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"x\" state=\"hidden\" r:id=\"r1\"/>"
                        + "<sheet name=\"y\" r:id=\"r2\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"));
        parts.put("xl/worksheets/sheet1.xml", utf8("<worksheet><sheetData/></worksheet>"));
        parts.put(
                "xl/worksheets/sheet2.xml",
                utf8("<?xml version=\"1.0\"?>" + prolog + "<worksheet><sheetData>" + rows
                        + "</sheetData></worksheet>"));
        if (!shared.isEmpty()) {
            parts.put("xl/sharedStrings.xml", utf8(shared));
        }
        if (!styles.isEmpty()) {
            parts.put("xl/styles.xml", utf8(styles));
        }
        return parts;
    }

    private static void assertRefused(String code, byte[] upload) {
        AppException refused = assertThrows(AppException.class, () -> read(upload));
        assertEquals(code, refused.errors().get(0).code(), String.valueOf(refused.getMessage()));
    }

    private static String read(byte[] upload) throws IOException {
        return Unpacking.read(
                new ByteArrayInputStream(upload), in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** The archive with the bit set that says that its file is encrypted. */
    private static byte[] encrypted(byte[] archive) {
        byte[] copy = archive.clone();
        for (int i = 0; i < copy.length - 10; i++) {
            if (copy[i] == 'P' && copy[i + 1] == 'K' && copy[i + 2] == 1 && copy[i + 3] == 2) {
                copy[i + 8] |= 1;
            }
        }
        return copy;
    }
}
