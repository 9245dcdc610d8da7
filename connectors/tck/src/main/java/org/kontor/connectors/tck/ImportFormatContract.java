package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.spi.Connectors;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.HeaderMatch.HeaderProblem;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.ImportFormat.Column;
import org.kontor.spi.ImportFormat.RowMapper;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

/** What every import format must hold, whatever the file holds. */
public interface ImportFormatContract {

    /** The format under test. */
    ImportFormat testee();

    /** A row that becomes a customer, by column: some columns of {@link ImportFormat#columns()} with usual values. */
    Map<String, String> goodRow();

    /** IF01. */
    @Test
    default void required_IF01_thereIsAnIdANameAndADescriptionOfEachColumn() {
        assertTrue(Connectors.isId(testee().id()), () -> "\"" + testee().id() + "\" is no id");
        assertFalse(testee().name().isBlank(), "name()");
        assertFalse(testee().columns().isEmpty(), "columns()");
        assertAll(testee().columns().stream()
                .map(column -> () -> assertFalse(
                        column.name().isBlank() || column.description().isBlank(), column + " lacks a text")));
        assertEquals(names().size(), names().stream().distinct().count(), "two columns have the same name");
    }

    /** IF02: the template that Kontor offers for download must be understood. */
    @Test
    default void required_IF02_aTemplateOfItsOwnColumnsFits() {
        HeaderMatch match = testee().match(names());
        assertTrue(match.usable(), () -> "problems: " + match.problems());
        assertTrue(match.score() >= 80, () -> "score " + match.score());
        assertEquals(List.of(), match.ignored());
    }

    /** IF03: every upload is shown to every format. */
    @Test
    default void required_IF03_noHeaderMakesItThrowOrTakeLong() {
        for (List<String> header : HostileTexts.headers(names())) {
            HeaderMatch match = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> testee().match(header));
            assertEquals(match, testee().match(header), "the same header gives another match");
        }
    }

    /** IF04: two formats must not fight over a file that belongs to neither. */
    @Test
    default void required_IF04_aHeaderOfOtherNamesScoresBelowFiftyAndIsNotUsable() {
        HeaderMatch match = testee().match(List.of("Qwx 1", "Qwx 2", "Qwx 3"));
        assertTrue(match.score() < 50, () -> "score " + match.score());
        assertFalse(match.usable());
    }

    /** IF05 (S3-14). */
    @Test
    default void required_IF05_aMissingRequiredColumnIsNamed() {
        for (Column column : testee().columns()) {
            if (column.required()) {
                List<String> header = new ArrayList<>(names());
                header.remove(column.name());
                HeaderMatch match = testee().match(header);
                assertFalse(match.usable(), () -> "usable without " + column.name());
                assertNamed(column.name(), match);
            }
        }
    }

    /** IF06 (S3-26). */
    @Test
    default void required_IF06_aRepeatedColumnIsRefusedByName() {
        for (String name : names()) {
            List<String> header = new ArrayList<>(names());
            header.add(name);
            HeaderMatch match = testee().match(header);
            assertFalse(match.usable(), () -> "usable with " + name + " twice");
            assertNamed(name, match);
        }
    }

    /** IF07 (S3-25). */
    @Test
    default void required_IF07_anUnknownColumnIsNamedAsIgnored() {
        List<String> header = new ArrayList<>(names());
        header.add(1, "Qwx 1");
        HeaderMatch match = testee().match(header);
        assertTrue(match.usable(), () -> "problems: " + match.problems());
        assertEquals(List.of("Qwx 1"), match.ignored());
        RowResult result = map(header, withGoodRow(header));
        assertEquals(map(names(), withGoodRow(names())), result, "an ignored column changes the row");
    }

    /** IF08. */
    @Test
    default void required_IF08_aGoodRowBecomesACustomer() {
        RowResult result = map(names(), withGoodRow(names()));
        assertFalse(result.rejected(), () -> "problems: " + result.problems());
        assertTrue(result.profile().isPresent(), "no customer");
    }

    /** IF09 (S3-13). */
    @Test
    default void required_IF09_theOrderOfColumnsDoesNotMatter() {
        RowResult expected = map(names(), withGoodRow(names()));
        List<String> reversed = new ArrayList<>(names());
        Collections.reverse(reversed);
        List<String> rotated = new ArrayList<>(names());
        Collections.rotate(rotated, 1 + rotated.size() / 2);
        assertEquals(expected, map(reversed, withGoodRow(reversed)));
        assertEquals(expected, map(rotated, withGoodRow(rotated)));
    }

    /** IF10 (S3-14): a required column must be there, its cells may be empty. */
    @Test
    default void required_IF10_anyCellMayBeEmpty() {
        for (int i = 0; i < names().size(); i++) {
            List<String> cells = withGoodRow(names());
            cells.set(i, "");
            String column = names().get(i);
            RowResult result = map(names(), cells);
            assertFalse(result.rejected(), () -> "rejected without " + column + ": " + result.problems());
        }
    }

    /** IF11: files end with blank rows. */
    @Test
    default void required_IF11_aBlankRowIsNoCustomerAndNoProblem() {
        for (String blank : List.of("", "  ")) {
            assertEquals(RowResult.blank(), map(names(), Collections.nCopies(names().size(), blank)));
        }
    }

    /** IF12: a run that was broken off reads rows again. */
    @Test
    default void required_IF12_theSameRowGivesTheSameResult() {
        RowResult expected = map(names(), withGoodRow(names()));
        RowMapper mapper = testee().mapper(names());
        for (String text : HostileTexts.CELLS) {
            mapper.map(Collections.nCopies(names().size(), text));
        }
        assertEquals(expected, mapper.map(withGoodRow(names())), "what was read before changes a row");
        for (String text : HostileTexts.CELLS) {
            List<String> cells = Collections.nCopies(names().size(), text);
            assertEquals(map(names(), cells), map(names(), cells));
        }
    }

    /** IF13: several files are read at the same time. */
    @Test
    default void required_IF13_mappersDoNotDisturbEachOther() {
        RowMapper one = testee().mapper(names());
        List<String> reversed = new ArrayList<>(names());
        Collections.reverse(reversed);
        RowMapper other = testee().mapper(reversed);
        RowResult expected = map(names(), withGoodRow(names()));
        assertEquals(expected, other.map(withGoodRow(reversed)));
        assertEquals(expected, one.map(withGoodRow(names())));
        assertEquals(expected, other.map(withGoodRow(reversed)));
    }

    /** IF14: a bad row is a problem in the result, never an exception. */
    @Test
    default void required_IF14_noCellMakesItThrow() {
        RowMapper mapper = testee().mapper(names());
        for (int i = 0; i < names().size(); i++) {
            for (String text : HostileTexts.CELLS) {
                List<String> cells = withGoodRow(names());
                cells.set(i, text);
                mapper.map(cells);
            }
        }
    }

    /** IF15: Kontor decides what a text may do where it is shown or written. */
    @Test
    default void required_IF15_aFormulaStaysTheTextThatItIs() {
        boolean kept = false;
        for (int i = 0; i < names().size(); i++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(names().size(), ""));
            cells.set(i, HostileTexts.FORMULA);
            List<String> texts = map(names(), cells).profile().stream()
                    .flatMap(Texts::in)
                    .filter(text -> text.contains("1+1"))
                    .toList();
            String column = names().get(i);
            assertAll(texts.stream().map(text -> () -> assertEquals(HostileTexts.FORMULA, text, column)));
            kept = kept || !texts.isEmpty();
        }
        assertTrue(kept, "no column keeps the text " + HostileTexts.FORMULA);
    }

    /** IF16. */
    @Test
    default void required_IF16_aLargeCellIsReadInTime() {
        RowMapper mapper = testee().mapper(names());
        for (String large : HostileTexts.large()) {
            for (int i = 0; i < names().size(); i++) {
                List<String> cells = withGoodRow(names());
                cells.set(i, large);
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> mapper.map(cells));
            }
        }
    }

    /** IF17 (S3-27): the person must find the cell and know what to do. */
    @Test
    default void required_IF17_aProblemNamesColumnValueCodeAndCure() {
        for (int i = 0; i < names().size(); i++) {
            for (String text : HostileTexts.CELLS) {
                List<String> cells = withGoodRow(names());
                cells.set(i, text);
                for (RowProblem problem : map(names(), cells).problems()) {
                    int column = names().indexOf(problem.column());
                    assertTrue(
                            problem.column().isEmpty() || column >= 0,
                            () -> problem + " names a column that is not there");
                    assertEquals(
                            column < 0 ? problem.value() : cells.get(column),
                            problem.value(),
                            "not what is in the cell");
                    assertTrue(
                            problem.code().matches("[A-Z][A-Z0-9_]*"),
                            () -> problem + " needs a code like DATE_FORMAT");
                    assertFalse(problem.message().isBlank(), () -> problem + " says nothing");
                }
            }
        }
    }

    /** IF18: a file may have millions of rows. */
    @Test
    default void required_IF18_rowsAreForgottenOnceTheyAreRead() {
        RowMapper mapper = testee().mapper(names());
        List<String> good = withGoodRow(names());
        String filler = "x".repeat(4096);
        long before = usedMemory();
        for (int row = 0; row < 10_000; row++) {
            List<String> cells = new ArrayList<>(good);
            cells.set(row % cells.size(), row + filler);
            mapper.map(cells);
        }
        long kept = usedMemory() - before;
        assertTrue(kept < 10_000_000, () -> kept + " bytes are kept of 10,000 rows of 4 KB");
        assertEquals(map(names(), good), mapper.map(good));
    }

    /** IF19: names come from everywhere. */
    @Test
    default void required_IF19_textOfAnyScriptStaysAsItIs() {
        boolean kept = false;
        for (int i = 0; i < names().size(); i++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(names().size(), ""));
            cells.set(i, HostileTexts.UNICODE);
            RowResult result = map(names(), cells);
            String column = names().get(i);
            List<String> texts = result.profile().stream().flatMap(Texts::in).toList();
            assertAll(texts.stream()
                    .filter(text -> text.codePoints().anyMatch(c -> c > 0x7F))
                    .map(text -> () -> assertEquals(HostileTexts.UNICODE, text, column)));
            kept = kept || texts.contains(HostileTexts.UNICODE);
        }
        assertTrue(kept, "no column keeps the text " + HostileTexts.UNICODE);
    }

    /** IF20: the rest of a file's mark of UTF-8, where files were put together. */
    @Test
    default void required_IF20_aByteOrderMarkBeforeTheHeaderDoesNotCount() {
        List<String> header = new ArrayList<>(names());
        header.set(0, "\uFEFF" + header.get(0));
        HeaderMatch match = testee().match(header);
        assertTrue(match.usable(), () -> "problems: " + match.problems());
        assertTrue(match.score() >= 80, () -> "score " + match.score());
        assertEquals(List.of(), match.ignored());
        List<String> cells = withGoodRow(names());
        assertEquals(map(names(), cells), map(header, cells));
    }

    private static long usedMemory() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private List<String> names() {
        return testee().columns().stream().map(Column::name).toList();
    }

    private List<String> withGoodRow(List<String> header) {
        Map<String, String> row = goodRow();
        assertTrue(names().containsAll(row.keySet()), "goodRow() has columns that columns() does not have");
        List<String> cells = new ArrayList<>();
        header.forEach(name -> cells.add(row.getOrDefault(name, "")));
        return cells;
    }

    private RowResult map(List<String> header, List<String> cells) {
        return testee().mapper(header).map(cells);
    }

    private static void assertNamed(String column, HeaderMatch match) {
        assertTrue(
                match.problems().stream().map(HeaderProblem::column).anyMatch(column::equals),
                () -> "no problem names " + column + ": " + match.problems());
    }
}
