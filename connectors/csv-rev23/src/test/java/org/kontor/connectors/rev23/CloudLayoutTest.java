package org.kontor.connectors.rev23;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfile.Address;
import org.kontor.spi.CustomerProfile.Phone;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.HeaderMatch.HeaderProblem;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

/** The layout Other of REV23 Cloud. */
class CloudLayoutTest {

    private static final ImportFormat FORMAT = CloudLayout.FORMAT;
    private static final List<String> HEADER = List.of(
            "FirstName",
            "LastName",
            "Email",
            "PhoneNumber",
            "Birthdate",
            "MiddleName",
            "Nickname",
            "Gender",
            "Street",
            "City",
            "State",
            "PostalCode",
            "Country",
            "Occupation",
            "Notes");
    private static final List<String> ROW = List.of(
            "Mara",
            "Quist",
            "mara@quist.example",
            "+49 40 555 0142",
            "1988-05-01",
            "Ida",
            "Mo",
            "female",
            "Alter Wall 1",
            "Hamburg",
            "HH",
            "20095",
            "DE",
            "Welder",
            "Prefers calls.\nNot on Mondays.");

    /** S3-06, S3-09, S3-16 to S3-20, S3-22 to S3-24. */
    @Test
    void allFifteenColumnsAreImported() {
        CustomerProfile profile = FORMAT.mapper(HEADER).map(ROW).profile().orElseThrow();
        assertEquals("Mara", profile.firstName());
        assertEquals("Quist", profile.lastName());
        assertEquals(List.of("mara@quist.example"), profile.emails());
        assertEquals(List.of(new Phone(PhoneType.OTHER, "+49 40 555 0142")), profile.phones());
        assertEquals(Optional.of(LocalDate.of(1988, 5, 1)), profile.birthdate());
        assertEquals("Ida", profile.middleName());
        assertEquals("Mo", profile.nickname());
        assertEquals("FEMALE", profile.gender());
        assertEquals(new Address("Alter Wall 1", "", "Hamburg", "HH", "20095", "DE"), profile.address());
        assertEquals("Welder", profile.occupation());
        assertEquals("Prefers calls.\nNot on Mondays.", profile.notes());
    }

    @Test
    void itsOwnHeaderScoresAHundred() {
        HeaderMatch match = FORMAT.match(HEADER);
        assertEquals(100, match.score());
        assertTrue(match.usable());
        assertEquals(List.of(), match.ignored());
    }

    /** S3-15, X-11. */
    @Test
    void theFirstFiveColumnsAreRequired() {
        assertEquals(
                List.of("FirstName", "LastName", "Email", "PhoneNumber", "Birthdate"),
                FORMAT.columns().stream()
                        .filter(ImportFormat.Column::required)
                        .map(ImportFormat.Column::name)
                        .toList());
        assertEquals(
                HEADER, FORMAT.columns().stream().map(ImportFormat.Column::name).toList());
    }

    /** S3-11, S3-12. */
    @ParameterizedTest
    @ValueSource(strings = {"First Name", "firstname", "FIRSTNAME", "First_Name", "FristName", "Given Name"})
    void aNearNameIsNotMatchedButSuggested(String near) {
        HeaderMatch match = FORMAT.match(List.of(near, "LastName", "Email", "PhoneNumber", "Birthdate"));
        assertFalse(match.usable());
        assertEquals(
                List.of(new HeaderProblem(
                        "FirstName", "COLUMN_MISSING", "Rename the column \"" + near + "\": did you mean FirstName?")),
                match.problems());
        assertTrue(match.score() >= 50, "the file is recognised all the same: " + match.score());
    }

    /** S3-14. */
    @Test
    void aMissingRequiredColumnIsNamed() {
        HeaderMatch match = FORMAT.match(List.of("FirstName", "LastName", "Email", "Birthdate"));
        assertEquals(
                List.of(new HeaderProblem(
                        "PhoneNumber", "COLUMN_MISSING", "Add the column PhoneNumber; its cells may stay empty.")),
                match.problems());
    }

    /** S3-14: required columns may be empty. */
    @Test
    void emptyCellsAreAccepted() {
        RowResult result = FORMAT.mapper(HEADER).map(cells("Mara"));
        assertEquals(List.of(), result.problems());
        assertEquals("Mara", result.profile().orElseThrow().firstName());
    }

    /** S3-13. */
    @Test
    void theOrderOfColumnsDoesNotMatter() {
        List<String> header = new ArrayList<>(HEADER);
        List<String> row = new ArrayList<>(ROW);
        Collections.rotate(header, 4);
        Collections.rotate(row, 4);
        Collections.swap(header, 0, 9);
        Collections.swap(row, 0, 9);
        assertEquals(FORMAT.mapper(HEADER).map(ROW), FORMAT.mapper(header).map(row));
        assertEquals(100, FORMAT.match(header).score());
    }

    /** S3-25, S3-08: history is not imported, and the result says so. */
    @Test
    void unknownColumnsAreIgnoredAndNamed() {
        List<String> header = new ArrayList<>(HEADER);
        header.add("Last Visit");
        header.add("Total Spent");
        HeaderMatch match = FORMAT.match(header);
        assertTrue(match.usable());
        assertEquals(List.of("Last Visit", "Total Spent"), match.ignored());
        assertTrue(match.score() >= 80 && match.score() < 100);
    }

    /** S3-12 for a column that is not required: it is ignored, but a hint tells why. */
    @Test
    void anIgnoredColumnWithANearNameIsSuggested() {
        HeaderMatch match =
                FORMAT.match(List.of("FirstName", "LastName", "Email", "PhoneNumber", "Birthdate", "Postal Code"));
        assertTrue(match.usable());
        assertEquals(List.of("Postal Code"), match.ignored());
        assertEquals(
                List.of("Rename the column \"Postal Code\": did you mean PostalCode?"),
                match.suggestions().stream().map(HeaderProblem::message).toList());
    }

    /** S3-26. */
    @Test
    void aRepeatedColumnIsRefusedByName() {
        List<String> header = new ArrayList<>(HEADER);
        header.add("Email");
        HeaderMatch match = FORMAT.match(header);
        assertFalse(match.usable());
        assertEquals("Email", match.problems().get(0).column());
        assertEquals("COLUMN_REPEATED", match.problems().get(0).code());
    }

    /** S3-26 holds for columns that would be ignored, too. */
    @Test
    void aRepeatedUnknownColumnIsRefusedByName() {
        List<String> header = new ArrayList<>(HEADER);
        header.addAll(List.of("Colour", "Colour", "", ""));
        assertEquals(
                List.of("Colour"),
                FORMAT.match(header).problems().stream()
                        .map(HeaderProblem::column)
                        .toList());
    }

    /** S3-10. */
    @Test
    void aFileWithoutAHeaderIsRefused() {
        HeaderMatch match = FORMAT.match(ROW);
        assertEquals(0, match.score());
        assertEquals("HEADER_MISSING", match.problems().get(0).code());
        assertTrue(match.problems().get(0).message().contains("FirstName, LastName, Email"));
    }

    /** S3-21. */
    @ParameterizedTest
    @CsvSource({"F,FEMALE", "female,FEMALE", "MALE,MALE", "m,MALE", "other,OTHER", "Non-binary,Non-binary", "1,1"})
    void aGenderIsMappedOrKept(String cell, String gender) {
        assertEquals(gender, with("Gender", cell).profile().orElseThrow().gender());
    }

    /** */
    @ParameterizedTest
    @ValueSource(strings = {"1988-05-01", "1988-05-01 00:00:00.000", "1988-05-01T00:00:00Z", "1988-05-01T13:30"})
    void anIsoDateIsReadWithOrWithoutATime(String cell) {
        assertEquals(
                Optional.of(LocalDate.of(1988, 5, 1)),
                with("Birthdate", cell).profile().orElseThrow().birthdate());
    }

    /** X-12, S3-27. */
    @ParameterizedTest
    @CsvSource({
        "05/01/1988, DATE_AMBIGUOUS",
        "5.1.88, DATE_AMBIGUOUS",
        "12/25/1988, DATE_FORMAT",
        "1 May 1988, DATE_FORMAT",
        "32264, DATE_FORMAT",
        "1988-02-30, DATE_IMPOSSIBLE",
        "0001-01-01, DATE_UNLIKELY"
    })
    void anyOtherDateRejectsItsRow(String cell, String code) {
        RowResult result = with("Birthdate", cell);
        assertTrue(result.rejected());
        RowProblem problem = result.problems().get(0);
        assertEquals("Birthdate", problem.column());
        assertEquals(cell, problem.value());
        assertEquals(code, problem.code());
    }

    @Test
    void aBlankRowHoldsNoCustomer() {
        assertEquals(RowResult.blank(), FORMAT.mapper(HEADER).map(Collections.nCopies(15, " ")));
    }

    private static List<String> cells(String first) {
        List<String> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
        cells.set(0, first);
        return cells;
    }

    private static RowResult with(String column, String value) {
        List<String> cells = cells("Mara");
        cells.set(HEADER.indexOf(column), value);
        return FORMAT.mapper(HEADER).map(cells);
    }
}
