package org.kontor.connectors.googlecontacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfile.Address;
import org.kontor.spi.CustomerProfile.Kind;
import org.kontor.spi.CustomerProfile.Phone;
import org.kontor.spi.CustomerProfile.PhoneType;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.HeaderMatch.HeaderProblem;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

class GoogleContactsLayoutTest {

    private static final ImportFormat FORMAT = GoogleContactsLayout.FORMAT;

    private static final List<String> HEADER = List.of(
            "First Name",
            "Middle Name",
            "Last Name",
            "Phonetic First Name",
            "Phonetic Middle Name",
            "Phonetic Last Name",
            "Name Prefix",
            "Name Suffix",
            "Nickname",
            "File As",
            "Organization Name",
            "Organization Title",
            "Organization Department",
            "Birthday",
            "Notes",
            "Photo",
            "Labels",
            "E-mail 1 - Label",
            "E-mail 1 - Value",
            "E-mail 2 - Label",
            "E-mail 2 - Value",
            "Phone 1 - Label",
            "Phone 1 - Value",
            "Phone 2 - Label",
            "Phone 2 - Value",
            "Address 1 - Label",
            "Address 1 - Formatted",
            "Address 1 - Street",
            "Address 1 - City",
            "Address 1 - PO Box",
            "Address 1 - Region",
            "Address 1 - Postal Code",
            "Address 1 - Country",
            "Address 1 - Extended Address",
            "Address 2 - Label",
            "Address 2 - Street",
            "Website 1 - Label",
            "Website 1 - Value",
            "Custom Field 1 - Label",
            "Custom Field 1 - Value");

    private static final List<String> OLD_HEADER = List.of(
            "Name",
            "Given Name",
            "Additional Name",
            "Family Name",
            "Yomi Name",
            "Given Name Yomi",
            "Additional Name Yomi",
            "Family Name Yomi",
            "Name Prefix",
            "Name Suffix",
            "Initials",
            "Nickname",
            "Short Name",
            "Maiden Name",
            "Birthday",
            "Gender",
            "Location",
            "Billing Information",
            "Directory Server",
            "Mileage",
            "Occupation",
            "Hobby",
            "Sensitivity",
            "Priority",
            "Subject",
            "Notes",
            "Group Membership",
            "E-mail 1 - Type",
            "E-mail 1 - Value",
            "Phone 1 - Type",
            "Phone 1 - Value",
            "Organization 1 - Type",
            "Organization 1 - Name",
            "Organization 1 - Title",
            "Organization 2 - Name",
            "Address 1 - Type",
            "Address 1 - Formatted",
            "Address 1 - Street",
            "Address 1 - City");

    @Test
    void bothHeadersAreRecognisedAndWhatIsNoProfileIsNamed() {
        HeaderMatch today = FORMAT.match(HEADER);
        assertTrue(today.usable());
        assertTrue(today.score() >= 90, () -> "score " + today.score());
        assertEquals(
                List.of(
                        "Phonetic First Name",
                        "Phonetic Middle Name",
                        "Phonetic Last Name",
                        "Name Prefix",
                        "File As",
                        "Organization Department",
                        "Photo",
                        "Custom Field 1 - Label",
                        "Custom Field 1 - Value"),
                today.ignored());
        HeaderMatch old = FORMAT.match(OLD_HEADER);
        assertTrue(old.usable());
        assertTrue(old.score() >= 80, () -> "score " + old.score());
        assertTrue(old.ignored().contains("Yomi Name"));
    }

    @Test
    void aHeaderWithTheCommonNamesAloneScoresLow() {
        assertTrue(FORMAT.match(List.of("First Name", "Last Name", "Birthday", "Notes", "Company"))
                        .score()
                < 50);
        assertTrue(FORMAT.match(List.of("FirstName", "LastName", "Email", "PhoneNumber", "Birthdate"))
                        .score()
                < 50);
    }

    @Test
    void aPersonIsImported() {
        CustomerProfile profile = profile(Map.ofEntries(
                Map.entry("First Name", "Wanda"),
                Map.entry("Middle Name", "E."),
                Map.entry("Last Name", "Rook"),
                Map.entry("Name Suffix", "III"),
                Map.entry("Nickname", "Wan"),
                Map.entry("Organization Name", "Rook & Daughters"),
                Map.entry("Organization Title", "Joiner"),
                Map.entry("Birthday", "1971-03-09"),
                Map.entry("Notes", "First line\nsecond line, with comma"),
                Map.entry("Labels", "* myContacts ::: Regulars ::: * starred ::: North"),
                Map.entry("Website 1 - Label", "Work"),
                Map.entry("Website 1 - Value", "https://rook.example")));
        assertEquals(Optional.of(Kind.PERSON), profile.kind());
        assertEquals("Wanda", profile.firstName());
        assertEquals("E.", profile.middleName());
        assertEquals("Rook", profile.lastName());
        assertEquals("III", profile.suffix());
        assertEquals("Wan", profile.nickname());
        assertEquals("Rook & Daughters", profile.companyName());
        assertEquals("Joiner", profile.occupation());
        assertEquals(Optional.of(LocalDate.of(1971, 3, 9)), profile.birthdate());
        assertEquals("First line\nsecond line, with comma", profile.notes());
        assertEquals(List.of("Regulars", "North"), profile.tags());
        assertEquals("https://rook.example", profile.website());
    }

    @Test
    void theStarredValueComesFirstAndACellMayHoldSeveral() {
        CustomerProfile profile = profile(Map.of(
                "First Name", "Wanda",
                "E-mail 1 - Label", "Other",
                "E-mail 1 - Value", "old@rook.example ::: older@rook.example",
                "E-mail 2 - Label", "* Work",
                "E-mail 2 - Value", "wanda@rook.example",
                "Phone 1 - Label", "Work",
                "Phone 1 - Value", "+1 555 0100 ::: +1 555 0101",
                "Phone 2 - Label", "* Mobile",
                "Phone 2 - Value", "+1 555 0102"));
        assertEquals(List.of("wanda@rook.example", "old@rook.example", "older@rook.example"), profile.emails());
        assertEquals(
                List.of(
                        new Phone(PhoneType.MOBILE, "+1 555 0102"),
                        new Phone(PhoneType.WORK, "+1 555 0100"),
                        new Phone(PhoneType.WORK, "+1 555 0101")),
                profile.phones());
    }

    @ParameterizedTest
    @CsvSource({
        "Mobile,MOBILE",
        "* Home,HOME",
        "work,WORK",
        "Work Fax,FAX",
        "Home Fax,FAX",
        "Main,OTHER",
        "'',OTHER",
        "Boat,OTHER"
    })
    void aLabelTellsTheTypeOfAPhone(String label, PhoneType type) {
        CustomerProfile profile = profile(Map.of("Phone 1 - Label", label, "Phone 1 - Value", "555 0100"));
        assertEquals(List.of(new Phone(type, "555 0100")), profile.phones());
    }

    @Test
    void anOrganisationWithoutAPersonsNameIsAnOrganisation() {
        CustomerProfile profile = profile(Map.of("Organization Name", "Harbour Supplies"));
        assertEquals(Optional.of(Kind.ORGANISATION), profile.kind());
        assertEquals("Harbour Supplies", profile.companyName());
    }

    @Test
    void aRowWithNeitherNameNorOrganisationIsLeftToKontor() {
        assertEquals(
                Optional.empty(),
                profile(Map.of("E-mail 1 - Value", "x@rook.example")).kind());
    }

    @Test
    void anAddressIsImportedInParts() {
        CustomerProfile profile = profile(Map.of(
                "Address 1 - Formatted", "9 Mole St\nUnit 4\nPort Ames, WA 98001\nUSA",
                "Address 1 - Street", "9 Mole St",
                "Address 1 - Extended Address", "Unit 4",
                "Address 1 - PO Box", "77",
                "Address 1 - City", "Port Ames",
                "Address 1 - Region", "WA",
                "Address 1 - Postal Code", "98001",
                "Address 1 - Country", "US"));
        assertEquals(
                new Address("9 Mole St", "PO Box 77, Unit 4", "Port Ames", "WA", "98001", "US"), profile.address());
    }

    @Test
    void anAddressWithoutPartsKeepsItsLinesAndSaysSo() {
        RowResult result = map(HEADER, Map.of("Address 1 - Formatted", "9 Mole St\nPort Ames, WA 98001\nUSA"));
        assertEquals(
                new Address("9 Mole St", "Port Ames, WA 98001, USA", "", "", "", ""),
                result.profile().orElseThrow().address());
        assertEquals(List.of("ADDRESS_NOT_DIVIDED"), codes(result));
    }

    @Test
    void theStarredAddressIsTakenAndTheOtherOneNamed() {
        RowResult result = map(
                HEADER,
                Map.of(
                        "Address 1 - Label", "Home",
                        "Address 1 - Street", "9 Mole St",
                        "Address 2 - Label", "* Work",
                        "Address 2 - Street", "1 Dock Rd"));
        assertEquals("1 Dock Rd", result.profile().orElseThrow().address().line1());
        assertEquals(List.of("ADDRESS_LEFT_OUT"), codes(result));
        assertEquals("Address 1 - Street", result.problems().get(0).column());
        assertEquals("9 Mole St", result.problems().get(0).value());
    }

    @Test
    void aLabelWithoutAnAddressIsNone() {
        assertEquals(
                Address.NONE,
                profile(Map.of("First Name", "W", "Address 1 - Label", "Home")).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--05-01", "--0501", "0000-05-01"})
    void aBirthdayWithoutAYearIsLeftOutAndSaid(String birthday) {
        RowResult result = map(HEADER, Map.of("First Name", "W", "Birthday", birthday));
        assertFalse(result.rejected());
        assertEquals(Optional.empty(), result.profile().orElseThrow().birthdate());
        assertEquals(List.of("BIRTHDATE_WITHOUT_YEAR"), codes(result));
    }

    /** */
    @Test
    void anAmbiguousBirthdayRejectsTheRow() {
        RowResult result = map(HEADER, Map.of("First Name", "W", "Birthday", "5/1/1988"));
        assertTrue(result.rejected());
        assertEquals(List.of("DATE_AMBIGUOUS"), codes(result));
    }

    @Test
    void anOlderExportIsImported() {
        RowResult result = map(
                OLD_HEADER,
                Map.ofEntries(
                        Map.entry("Name", "Otto Brandt"),
                        Map.entry("Given Name", "Otto"),
                        Map.entry("Family Name", "Brandt"),
                        Map.entry("Gender", "male"),
                        Map.entry("Occupation", "Baker"),
                        Map.entry("Group Membership", "* My Contacts ::: Bakers"),
                        Map.entry("E-mail 1 - Type", "* "),
                        Map.entry("E-mail 1 - Value", "otto@brandt.example"),
                        Map.entry("Organization 1 - Name", "Brandt"),
                        Map.entry("Organization 1 - Title", "Master"),
                        Map.entry("Organization 2 - Name", "Guild"),
                        Map.entry("Address 1 - Street", "5 Mill Ln")));
        CustomerProfile profile = result.profile().orElseThrow();
        assertEquals("Otto", profile.firstName());
        assertEquals("Brandt", profile.lastName());
        assertEquals("MALE", profile.gender());
        assertEquals("Baker", profile.occupation());
        assertEquals("Brandt", profile.companyName());
        assertEquals(List.of("Bakers"), profile.tags());
        assertEquals(List.of("otto@brandt.example"), profile.emails());
        assertEquals("5 Mill Ln", profile.address().line1());
        assertEquals(List.of("ORGANISATION_LEFT_OUT"), codes(result));
    }

    @Test
    void aNameWithoutPartsIsDividedAndSaid() {
        RowResult result = map(OLD_HEADER, Map.of("Name", "Otto van Brandt"));
        assertEquals("Otto van", result.profile().orElseThrow().firstName());
        assertEquals("Brandt", result.profile().orElseThrow().lastName());
        assertEquals(List.of("NAME_DIVIDED"), codes(result));
    }

    @Test
    void oldAndNewNamesOfTheSameColumnTogetherAreRefused() {
        HeaderMatch match = FORMAT.match(List.of("First Name", "Given Name", "Last Name", "E-mail 1 - Value"));
        assertEquals(
                List.of("Keep only one of the columns \"First Name\" and \"Given Name\": they mean the same."),
                match.problems().stream().map(HeaderProblem::message).toList());
    }

    @Test
    void aSeparatorWithNothingAroundItIsNoValue() {
        RowResult result = map(
                HEADER,
                Map.of(
                        "E-mail 1 - Value",
                        " ::: ",
                        "Phone 1 - Value",
                        ":::",
                        "Address 1 - Formatted",
                        ":::",
                        "Labels",
                        ":::"));
        CustomerProfile profile = result.profile().orElseThrow();
        assertEquals(List.of(), profile.emails());
        assertEquals(List.of(), profile.phones());
        assertEquals(Address.NONE, profile.address());
        assertEquals(List.of(), profile.tags());
    }

    private static CustomerProfile profile(Map<String, String> row) {
        return map(HEADER, row).profile().orElseThrow();
    }

    private static RowResult map(List<String> header, Map<String, String> row) {
        Map<String, String> rest = new LinkedHashMap<>(row);
        List<String> cells = new ArrayList<>();
        header.forEach(name -> cells.add(Optional.ofNullable(rest.remove(name)).orElse("")));
        assertEquals(Map.of(), rest, "columns that the header does not have");
        return FORMAT.mapper(header).map(cells);
    }

    private static List<String> codes(RowResult result) {
        return result.problems().stream().map(RowProblem::code).toList();
    }
}
