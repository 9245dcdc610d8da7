package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.shared.PieceStream;

class DetectionTest {

    private static final String TEXT = "Name,City\nBj\u00f6rn \u00c5kesson,Malm\u00f6\nZo\u00eb M\u00fcller,K\u00f6ln\n"
            + "Fran\u00e7ois Lef\u00e8vre,Orl\u00e9ans\n";

    @Test
    void charsetsAreToldApartS329() throws IOException {
        for (String name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")) {
            assertEquals(name, sniff(TEXT.getBytes(Charset.forName(name)), 7).name());
        }
        assertEquals(
                "UTF-8",
                sniff(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8), 7).name());
        assertEquals(
                "UTF-16LE",
                sniff(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE), 7).name());
        assertEquals(
                "UTF-8", sniff("plain\n".getBytes(StandardCharsets.US_ASCII), 7).name());
        String russian = "\u0418\u043c\u044f,\u0413\u043e\u0440\u043e\u0434\n"
                + "\u0410\u043d\u043d\u0430 \u041a\u0430\u0440\u0435\u043d\u0438\u043d\u0430,\u041c\u043e\u0441\u043a\u0432\u0430\n"
                        .repeat(5);
        assertEquals(
                "windows-1251",
                sniff(russian.getBytes(Charset.forName("windows-1251")), 4096).name());
    }

    @Test
    void utf8IsCheckedStrictlyAndAcrossPieces() throws IOException {
        byte[] good = "\u20ac\ud83d\ude00\u00e9 ".repeat(100).getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece < 9; piece++) {
            assertEquals("UTF-8", sniff(good, piece).name());
        }
        for (int[] bad : new int[][] {{0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf4, 0x90, 0x80, 0x80}, {0xe9, 0x20}}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes("Name,City\nRen".getBytes(StandardCharsets.US_ASCII));
            for (int b : bad) {
                bytes.write(b);
            }
            bytes.writeBytes(",Paris\n".getBytes(StandardCharsets.US_ASCII));
            CharsetSniffer sniffer = new CharsetSniffer();
            sniffer.update(bytes.toByteArray(), bytes.size());
            assertFalse(sniffer.validUtf8(), Arrays.toString(bad));
        }
    }

    @Test
    void delimitersAreFoundByTheHeaderAFormatKnowsElseByEvenRows() {
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            String file =
                    "Name" + delimiter + "City\n\"Berg, Anna; x\"" + delimiter + "Oslo\nBo" + delimiter + "Bergen\n";
            assertEquals(delimiter, TableStart.find(file, header -> 0).delimiter());
            TableStart known = TableStart.find(file, header -> header.equals(List.of("Name", "City")) ? 90 : 0);
            assertEquals(new TableStart(delimiter, List.of("Name", "City")), known);
        }
        assertEquals(new TableStart(',', List.of("Name")), TableStart.find("Name\nAnna\n", header -> 0));
        assertEquals(new TableStart(',', List.of()), TableStart.find("\n \n", header -> 0));
    }

    @Test
    void aTableMayBeginUnderATitle() {
        String known = "Customer List\nBirch Books;All Dates\n\nName;Mail\nAda;a@x.example\nTOTAL\n";
        assertEquals(
                new TableStart(';', List.of("Name", "Mail")),
                TableStart.find(known, row -> row.equals(List.of("Name", "Mail")) ? 90 : 0));
        String unknown = "Attendance\nGenerated today\n\nName|Mail|Visits\nAda|a@x.example|3\nBo|b@x.example|4\n";
        assertEquals(new TableStart('|', List.of("Name", "Mail", "Visits")), TableStart.find(unknown, row -> 0));
        String oneRow = "Attendance\nGenerated today\n\nName,Mail,Visits\nAda,a@x.example,3\n";
        assertEquals(new TableStart(',', List.of("Name", "Mail", "Visits")), TableStart.find(oneRow, row -> 0));
        String data = "Name,Mail\nAda,a@x.example\n";
        assertEquals(
                List.of("Name", "Mail"),
                TableStart.find(data, row -> row.contains("Ada") ? 40 : 0).header());
    }

    @Test
    void aStoredFileComesBackByteByByte() throws IOException {
        Random random = new Random(3);
        byte[] file = new byte[3 * PieceStream.PIECE + 12345];
        random.nextBytes(file);
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        byte[] buffer = in.readNBytes(PieceStream.PIECE);
        while (buffer.length > 0) {
            pieces.add(PieceStream.compress(buffer, buffer.length));
            buffer = in.readNBytes(PieceStream.PIECE);
        }
        try (PieceStream stream =
                new PieceStream(i -> i < pieces.size() ? Optional.of(pieces.get(i)) : Optional.empty())) {
            assertArrayEquals(file, stream.readAllBytes());
            assertEquals(file.length, stream.count());
        }
    }

    private static Charset sniff(byte[] bytes, int piece) throws IOException {
        CharsetSniffer sniffer = new CharsetSniffer();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        byte[] buffer = new byte[piece];
        int length = in.read(buffer);
        while (length > 0) {
            sniffer.update(buffer, length);
            length = in.read(buffer);
        }
        return sniffer.charset();
    }
}
