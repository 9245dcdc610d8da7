package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;

class TableTest {

    @Test
    void byteOrderMarkLineEndsAndBlankRowsMakeNoDifferenceS329() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<Table.Row> rows = rows("\ufeffa,b" + end + "1,2" + end + end + " , " + end + "3,4", ',');
            assertEquals(List.of(List.of("1", "2"), List.of("3", "4")), cells(rows));
            assertEquals(List.of(1L, 2L), rows.stream().map(Table.Row::number).toList());
            assertEquals(List.of(2L, 5L), rows.stream().map(Table.Row::line).toList());
        }
    }

    @Test
    void aQuotedCellHoldsDelimitersQuotesAndLineBreaks() {
        List<Table.Row> rows = rows("a;b\n\"x;\"\"y\"\"\r\nz\";2\n3;4\n", ';');
        assertEquals("x;\"y\"\r\nz", rows.get(0).cells().get(0));
        assertEquals(4, rows.get(1).line());
        assertTrue(rows.stream().allMatch(r -> r.defect().isEmpty()));
    }

    @Test
    void aQuoteThatIsNeverClosedIsADefectOfItsRow() {
        List<Table.Row> rows = rows("a,b\n1,2\n3,\"4\n5,6\n", ',');
        assertEquals(2, rows.size());
        assertTrue(rows.get(0).defect().isEmpty());
        assertEquals("QUOTE_NOT_CLOSED", rows.get(1).defect().orElseThrow().code());
        assertEquals(List.of("3", "4\n5,6\n"), rows.get(1).cells());
        assertEquals(3, rows.get(1).line());
    }

    @Test
    void aQuoteThatIsNeverClosedInALargeFileIsRefusedWithTheLineBefore() {
        String file = "a,b\n1,2\n3,\"" + "x".repeat(DelimitedText.MAX_CELL + 10) + "\n5,6\n";
        Table table = Table.open(new StringReader(file), ',');
        assertEquals(List.of("1", "2"), table.next().orElseThrow().cells());
        AppException refused = assertThrows(AppException.class, table::next);
        assertEquals("TABLE_UNREADABLE", refused.code());
        assertTrue(refused.getMessage().contains("line 2 "), refused.getMessage());
    }

    @Test
    void aHugeCellIsReadAsLongAsItIsClosed() {
        String cell = "x".repeat(DelimitedText.MAX_CELL - 10);
        assertEquals(cell, rows("a,b\n1,\"" + cell + "\"\n", ',').get(0).cells().get(1));
    }

    @Test
    void zeroCharactersAndWrongCountsAreDefectsOfTheirRows() {
        List<Table.Row> rows = rows("a,b\n1,2\u0000\n1\n1,2,3\n1,2\n", ',');
        assertEquals(
                List.of("CHARACTER_NOT_ALLOWED", "CELL_COUNT", "CELL_COUNT", ""),
                rows.stream()
                        .map(r -> r.defect().map(Table.Defect::code).orElse(""))
                        .toList());
    }

    /** S3-28: text behind a closing quote is kept as typed and its row is told, never joined silently. */
    @Test
    void textBehindAClosingQuoteIsADefectOfItsRowAndKeptAsTyped() {
        List<Table.Row> rows = rows("a,b\n\"5\" pipe\",x\n\"1\" ,2\n\"6\"\"\",y\n3,4\n", ',');
        assertEquals(
                List.of("QUOTE_MISPLACED", "", "", ""),
                rows.stream()
                        .map(r -> r.defect().map(Table.Defect::code).orElse(""))
                        .toList());
        assertEquals(
                List.of(List.of("\"5\" pipe\"", "x"), List.of("1", "2"), List.of("6\"", "y"), List.of("3", "4")),
                cells(rows));
    }

    @Test
    void quotesInsideAnUnquotedCellStandForThemselves() {
        assertEquals(List.of(List.of("5\" pipe", "it's \"so\"")), cells(rows("a,b\n5\" pipe,it's \"so\"\n", ',')));
    }

    @Test
    void blankCellsBehindTheLastColumnAreLeftOut() {
        List<Table.Row> rows = rows("a,b\n1,2,,\n1,2,,3\n", ',');
        assertEquals(List.of("1", "2"), rows.get(0).cells());
        assertTrue(rows.get(0).defect().isEmpty());
        assertEquals("CELL_COUNT", rows.get(1).defect().orElseThrow().code());
    }

    @Test
    void readingGoesOnBelowTheHeaderWhereverItStands() throws IOException {
        String file = "Customers\n\nname,mail\nAda,a@x.example\nname,mail\n";
        try (Table table = Table.open(new StringReader(file), ',', List.of("name", "mail"))) {
            Table.Row first = table.next().orElseThrow();
            assertEquals(new Table.Row(1, 4, List.of("Ada", "a@x.example"), Optional.empty()), first);
            assertEquals(List.of("name", "mail"), table.next().orElseThrow().cells());
        }
        try (Table none = Table.open(new StringReader(file), ',', List.of("other"))) {
            assertTrue(none.next().isEmpty());
        }
    }

    @Test
    void aFileWithoutAnyCellHasNoHeader() {
        for (String file : List.of("", "\ufeff", "\n\n", " , \n")) {
            Table table = Table.open(new StringReader(file), ',');
            assertTrue(table.header().isEmpty());
            assertTrue(table.next().isEmpty());
        }
    }

    @Test
    void whatIsWrittenIsReadBackWhateverTheCellsHold() {
        Random random = new Random(20261122);
        String alphabet = "ab\"\n\r,; \u00e5\ud83d\ude00";
        for (int round = 0; round < 2_000; round++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder file = new StringBuilder("a,b\n");
            for (int r = 0; r < random.nextInt(4); r++) {
                List<String> cells = List.of("k" + text(random, alphabet), text(random, alphabet));
                rows.add(cells);
                file.append('"')
                        .append(cells.get(0).replace("\"", "\"\""))
                        .append("\",\"")
                        .append(cells.get(1).replace("\"", "\"\""))
                        .append("\"\r\n");
            }
            assertEquals(rows, cells(rows(file.toString(), ',')), file.toString());
        }
    }

    @Test
    void noiseIsReadToTheEndOrRefused() {
        Random random = new Random(99);
        String alphabet = "a\"\"\n\r,,;\t \u0000\u0001\ufeff=";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder file = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                file.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Table table = Table.open(new StringReader(file.toString()), ',');
            long number = 0;
            Optional<Table.Row> row = table.next();
            while (row.isPresent()) {
                assertEquals(++number, row.get().number());
                assertTrue(row.get().defect().isPresent()
                        || row.get().cells().size() == table.header().size());
                assertFalse(row.get().cells().toString().contains("kontor:end"), file.toString());
                row = table.next();
            }
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(alphabet.length());
            char c = alphabet.charAt(at);
            text.append(Character.isSurrogate(c) ? "\ud83d\ude00" : String.valueOf(c));
        }
        return text.toString();
    }

    private static List<Table.Row> rows(String file, char delimiter) {
        Table table = Table.open(new StringReader(file), delimiter);
        List<Table.Row> rows = new ArrayList<>();
        Optional<Table.Row> row = table.next();
        while (row.isPresent()) {
            rows.add(row.get());
            row = table.next();
        }
        return rows;
    }

    private static List<List<String>> cells(List<Table.Row> rows) {
        return rows.stream().map(Table.Row::cells).toList();
    }
}
