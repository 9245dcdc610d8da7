package org.kontor.connectors.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.connectors.support.Cells.text;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.HeaderMatch.HeaderProblem;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowResult;

class TableFormatTest {

    private static final ImportFormat EXACT = TableFormat.exact("exact", "Exact")
            .required("LastName", "Family name", text(CustomerProfileBuilder::lastName))
            .alias("Surname")
            .required("Email", "E-mail address", text(CustomerProfileBuilder::email))
            .optional("Occupation", "Profession", text(CustomerProfileBuilder::occupation))
            .optional("Phone", "Phone number", Cells.phone(PhoneType.WORK))
            .build();

    private static final ImportFormat LIBERAL = TableFormat.liberal("liberal", "Liberal")
            .required("Last Name", "Family name", text(CustomerProfileBuilder::lastName))
            .alias("Surname")
            .optional("Account No.", "Number", (row, cell) -> row.profile().externalId("x", "account", cell.text()))
            .group(
                    "Mail",
                    List.of(new GroupField("Label", "Type", "What for"), GroupField.of("Value", "E-mail address")),
                    (row, group) -> row.profile().email(group.number() + group.text("Label") + group.text("Value")))
            .distinctive("Account No.", "Mail")
            .build();

    @Test
    void anAliasIsTakenWhenLiberalAndOnlySuggestedWhenExact() {
        assertTrue(LIBERAL.match(List.of("SURNAME", "account_no")).usable());
        HeaderMatch exact = EXACT.match(List.of("Surname", "Email"));
        assertFalse(exact.usable());
        assertEquals(
                List.of("Rename the column \"Surname\": did you mean LastName?"),
                exact.problems().stream().map(HeaderProblem::message).toList());
    }

    @Test
    void oneNameIsSuggestedForOneColumnOnly() {
        TableFormat<TableRow> format = TableFormat.exact("e", "E")
                .required("HomePhone", "Home", Cells.phone(PhoneType.HOME))
                .alias("Phone")
                .required("WorkPhone", "Work", Cells.phone(PhoneType.WORK))
                .alias("Phone")
                .build();
        assertEquals(
                List.of(
                        "Rename the column \"Phone\": did you mean HomePhone?",
                        "Add the column WorkPhone; its cells may stay empty."),
                format.match(List.of("Phone")).problems().stream()
                        .map(HeaderProblem::message)
                        .toList());
    }

    @Test
    void aLongNameIsShortenedInAMessageButNotInTheList() {
        String longName = "x".repeat(500);
        HeaderMatch match = EXACT.match(List.of("LastName", "Email", longName, longName));
        assertEquals(List.of(longName), match.ignored());
        assertTrue(match.problems().get(0).message().length() < 200);
    }

    @Test
    void theScoreTellsHowMuchOfTheFileBelongsToTheFormat() {
        assertEquals(100, EXACT.match(List.of("LastName", "Email")).score());
        assertEquals(90, EXACT.match(List.of("LastName", "Email", "A", "B")).score());
        assertEquals(35, EXACT.match(List.of("LastName", "A")).score());
        assertEquals(53, EXACT.match(List.of("LastName", "E-Mail")).score());
        assertEquals(0, EXACT.match(List.of("A", "B")).score());
    }

    @Test
    void withoutADistinctiveColumnTheScoreStaysBelowFifty() {
        assertTrue(LIBERAL.match(List.of("Last Name")).score() < 50);
        assertTrue(LIBERAL.match(List.of("Last Name")).usable(), "a person may choose the format all the same");
        assertEquals(100, LIBERAL.match(List.of("Last Name", "Mail 3 - Type")).score());
    }

    @Test
    void numberedColumnsComeTogetherInTheOrderOfTheirNumbers() {
        List<String> header =
                List.of("Mail 10 - Value", "Mail 2 - Value", "Last Name", "Mail 10 - Label", "Mail 3 - Value");
        CustomerProfile profile = LIBERAL.mapper(header)
                .map(List.of("c@x.example", "b@x.example", "Rook", "home", " "))
                .profile()
                .orElseThrow();
        assertEquals(List.of("2b@x.example", "10homec@x.example"), profile.emails());
    }

    @Test
    void theSameFieldUnderBothItsNamesIsRefused() {
        HeaderMatch match = LIBERAL.match(List.of("Last Name", "Mail 1 - Label", "Mail 1 - Type"));
        assertEquals("COLUMN_REPEATED", match.problems().get(0).code());
    }

    @Test
    void aNumberAboveTheLastIsIgnoredAndNamed() {
        assertEquals(
                List.of("Mail 51 - Value"),
                LIBERAL.match(List.of("Last Name", "Mail 50 - Value", "Mail 51 - Value"))
                        .ignored());
    }

    /** S3-28: the row counts, so it must not vanish. */
    @Test
    void aRowWithValuesInIgnoredColumnsOnlyIsRejected() {
        RowResult result = EXACT.mapper(List.of("LastName", "Email", "Total")).map(List.of("", "", "12.50"));
        assertTrue(result.rejected());
        assertEquals("ROW_WITHOUT_PROFILE", result.problems().get(0).code());
    }

    @Test
    void blanksOfAnyKindMakeNoValue() {
        RowResult result = EXACT.mapper(List.of("LastName", "Email")).map(List.of("\u00A0\u2003", "\t"));
        assertEquals(RowResult.blank(), result);
        assertEquals(
                "Rook",
                EXACT.mapper(List.of("LastName", "Email"))
                        .map(List.of("\u00A0Rook\u00A0", ""))
                        .profile()
                        .orElseThrow()
                        .lastName());
    }

    @Test
    void aShortRowHasEmptyCellsAtItsEnd() {
        RowResult result = EXACT.mapper(List.of("LastName", "Email")).map(List.of("Rook"));
        assertEquals("Rook", result.profile().orElseThrow().lastName());
    }

    @Test
    void aNumberedGroupIsDescribedByItsFirstNumber() {
        assertEquals(
                List.of("Last Name", "Account No.", "Mail 1 - Label", "Mail 1 - Value"),
                LIBERAL.columns().stream().map(ImportFormat.Column::name).toList());
    }

    @Test
    void aDeclarationThatCannotWorkIsRefusedAtOnce() {
        CellTarget<TableRow> target = text(CustomerProfileBuilder::lastName);
        assertThrows(IllegalArgumentException.class, () -> TableFormat.exact("Not An Id", "X"));
        assertThrows(
                IllegalArgumentException.class,
                () -> TableFormat.exact("x", "X").optional("A", "a", target).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> TableFormat.liberal("x", "X")
                        .required("A b", "a", target)
                        .required("a B", "a", target)
                        .build());
        assertThrows(
                IllegalArgumentException.class,
                () -> TableFormat.exact("x", "X")
                        .required("A", "a", target)
                        .distinctive("B")
                        .build());
        assertThrows(
                IllegalStateException.class, () -> TableFormat.exact("x", "X").alias("A"));
    }

    @Test
    void manyUnknownColumnsAreComparedInTime() {
        List<String> header = new ArrayList<>(List.of("LastName", "Email"));
        for (int i = 0; i < 16_000; i++) {
            header.add("Occupatiox" + i);
        }
        assertEquals(16_000, EXACT.match(header).ignored().size());
    }
}
