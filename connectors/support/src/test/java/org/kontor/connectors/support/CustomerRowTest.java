package org.kontor.connectors.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.connectors.support.AddressPart.CITY;
import static org.kontor.connectors.support.AddressPart.COUNTRY;
import static org.kontor.connectors.support.AddressPart.STREET;
import static org.kontor.connectors.support.AddressPart.WHOLE;
import static org.kontor.connectors.support.CustomerField.BIRTHDATE;
import static org.kontor.connectors.support.CustomerField.COMPANY;
import static org.kontor.connectors.support.CustomerField.DISPLAY_NAME;
import static org.kontor.connectors.support.CustomerField.EMAIL;
import static org.kontor.connectors.support.CustomerField.FIRST_NAME;
import static org.kontor.connectors.support.CustomerField.LAST_NAME;
import static org.kontor.connectors.support.CustomerField.TAGS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfile.Kind;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

class CustomerRowTest {

    @Test
    void aNameIsDividedOnlyWhereItsPartsAreMissing() {
        assertNames(
                CustomerRow::person, "Ada", "King", "", Kind.PERSON, List.of("NAME_DIVIDED"), "Display", "Ada King");
        assertNames(CustomerRow::person, "Ada", "King", "", Kind.PERSON, List.of(), "Display", "King, Ada");
        assertNames(CustomerRow::person, "Ada", "", "", Kind.PERSON, List.of(), "Display", "Ada");
        assertNames(CustomerRow::person, "", "", "King & Co", Kind.ORGANISATION, List.of(), "Display", "King & Co");
        assertNames(CustomerRow::person, "", "", "King GmbH", Kind.ORGANISATION, List.of(), "Display", "King GmbH");
        assertNames(
                CustomerRow::person,
                "Ada",
                "King",
                "",
                Kind.PERSON,
                List.of(),
                "First",
                "Ada",
                "Last",
                "King",
                "Display",
                "A. K.");
    }

    @Test
    void inATableOfAccountsTheCompanyIsTheCustomer() {
        assertNames(CustomerRow::account, "", "", "Ada King", Kind.ORGANISATION, List.of(), "Display", "Ada King");
        assertNames(
                CustomerRow::account,
                "Ada",
                "King",
                "",
                Kind.PERSON,
                List.of(),
                "First",
                "Ada",
                "Last",
                "King",
                "Display",
                "King, Ada");
        assertNames(
                CustomerRow::account,
                "Ada",
                "King",
                "Birch",
                Kind.ORGANISATION,
                List.of(),
                "First",
                "Ada",
                "Last",
                "King",
                "Display",
                "Birch");
        assertNames(
                CustomerRow::person,
                "Ada",
                "King",
                "Birch",
                Kind.PERSON,
                List.of(),
                "First",
                "Ada",
                "Last",
                "King",
                "Company",
                "Birch");
    }

    @Test
    void theFirstAddressThatTellsAPlaceIsImportedAndAnotherOneNoted() {
        CustomerProfile profile =
                profile(CustomerRow::person, "Country", "US", "Street 2", "1 Main St\nFloor 2", "City 2", "Tampa");
        assertEquals(new CustomerProfile.Address("1 Main St", "Floor 2", "Tampa", "", "", ""), profile.address());
        RowResult two = row(CustomerRow::person, "Street", "1 Main St", "Street 2", "2 Side St", "City 2", "Tampa");
        assertEquals("1 Main St", two.profile().orElseThrow().address().line1());
        assertEquals(List.of("ADDRESS_LEFT_OUT"), codes(two));
        assertEquals(
                "US",
                profile(CustomerRow::person, "First", "Ada", "Country", "US")
                        .address()
                        .country());
    }

    @Test
    void aWholeAddressIsDividedWhereThatIsCertain() {
        for (String whole : List.of(
                "55 Bay St, Tampa, FL 33602", "55 Bay St\nTampa, FL 33602", "55 Bay St\r\nTampa FL 33602-1234 US")) {
            CustomerProfile.Address address =
                    profile(CustomerRow::person, "Whole", whole).address();
            assertEquals(
                    List.of("55 Bay St", "Tampa", "FL"),
                    List.of(address.line1(), address.city(), address.state()),
                    whole);
            assertTrue(address.postalCode().startsWith("33602"), whole);
        }
        RowResult kept = row(CustomerRow::person, "Whole", "Ringstrasse 5, 20095 Hamburg");
        assertEquals(
                "Ringstrasse 5, 20095 Hamburg",
                kept.profile().orElseThrow().address().line1());
        assertEquals(List.of("ADDRESS_NOT_DIVIDED"), codes(kept));
    }

    @Test
    void severalValuesOfACellAreDivided() {
        CustomerProfile profile = profile(
                CustomerRow::person, "Email", "a@x.example; b@x.example, A@x.example", "Tags", "\"VIP\",\"spring\"");
        assertEquals(List.of("a@x.example", "b@x.example"), profile.emails());
        assertEquals(List.of("VIP", "spring"), profile.tags());
    }

    @Test
    void aBirthdayWithoutYearIsLeftOutWithANote() {
        for (String day : List.of("05/01", "--05-01", "0000-05-01")) {
            RowResult result = row(CustomerRow::person, "First", "Ada", "Born", day);
            assertEquals(List.of("BIRTHDATE_WITHOUT_YEAR"), codes(result), day);
            assertEquals(Optional.empty(), result.profile().orElseThrow().birthdate());
        }
        CustomerProfile whole = profile(CustomerRow::person, "First", "Ada", "Born", "1915-12-10");
        assertEquals("1915-12-10", whole.birthdate().orElseThrow().toString());
        assertTrue(row(CustomerRow::person, "First", "Ada", "Born", "1988").rejected());
    }

    @Test
    void columnsTogetherTellAFormatAndTheAppsOwnOnesMakeItSurer() {
        ImportFormat format = TableFormat.liberal("x", "X", CustomerRow::person)
                .optional("First", FIRST_NAME)
                .optional("Mail", EMAIL)
                .notImported("Visits", "Points")
                .distinctive("Points")
                .together("First", "E-Visits")
                .build();
        assertTrue(format.match(List.of("First", "Town", "Size")).score() < 50);
        assertEquals(93, format.match(List.of("First", "Visits", "e-visits")).score());
        assertTrue(format.match(List.of("First", "EVisits")).score() < 50, "together compares as spelled");
        HeaderMatch sure = format.match(List.of("first", "points", "VISITS"));
        assertEquals(100, sure.score());
        assertEquals(List.of("points", "VISITS"), sure.ignored());
        assertEquals(100, format.match(List.of("First", "Mail")).score(), "the template fits");
    }

    @Test
    void aSecondColumnOfTheSameNameMeansWhatIsDeclared() {
        ImportFormat format = TableFormat.liberal("x", "X", CustomerRow::person)
                .required("Name", DISPLAY_NAME)
                .optional("Mail", EMAIL)
                .optional("Other Mail", EMAIL)
                .second("Mail", "Other Mail")
                .build();
        List<String> header = List.of("Name", "Mail", "Mail");
        assertTrue(format.match(header).usable());
        assertEquals(
                List.of("a@x.example", "b@x.example"),
                format.mapper(header)
                        .map(List.of("Ada", "a@x.example", "b@x.example"))
                        .profile()
                        .orElseThrow()
                        .emails());
        assertFalse(format.match(List.of("Name", "Mail", "Mail", "Mail")).usable());
    }

    @Test
    void rowsThatAreNoDataAreTold() {
        ImportFormat format = TableFormat.liberal("x", "X", CustomerRow::person)
                .required("Name", DISPLAY_NAME)
                .data(cells -> !cells.get(0).equals("TOTAL"))
                .build();
        assertTrue(format.mapper(List.of("Name")).isData(List.of("Ada")));
        assertFalse(format.mapper(List.of("Name")).isData(List.of("TOTAL", "7")));
    }

    private static void assertNames(
            Supplier<CustomerRow> rows,
            String first,
            String last,
            String company,
            Kind kind,
            List<String> codes,
            String... cells) {
        RowResult result = row(rows, cells);
        CustomerProfile profile = result.profile().orElseThrow();
        assertEquals(
                List.of(first, last, company), List.of(profile.firstName(), profile.lastName(), profile.companyName()));
        assertEquals(Optional.of(kind), profile.kind());
        assertEquals(codes, codes(result));
    }

    private static List<String> codes(RowResult result) {
        return result.problems().stream().map(RowProblem::code).toList();
    }

    private static CustomerProfile profile(Supplier<CustomerRow> rows, String... cells) {
        return row(rows, cells).profile().orElseThrow();
    }

    private static RowResult row(Supplier<CustomerRow> rows, String... cells) {
        Map<String, Described<CustomerRow>> columns = Map.ofEntries(
                Map.entry("First", FIRST_NAME),
                Map.entry("Last", LAST_NAME),
                Map.entry("Company", COMPANY),
                Map.entry("Display", DISPLAY_NAME),
                Map.entry("Email", EMAIL),
                Map.entry("Tags", TAGS),
                Map.entry("Born", BIRTHDATE),
                Map.entry("Country", COUNTRY),
                Map.entry("Street", STREET),
                Map.entry("Whole", WHOLE),
                Map.entry("Street 2", STREET.of(2)),
                Map.entry("City 2", CITY.of(2)));
        List<String> header = new ArrayList<>();
        List<String> values = new ArrayList<>();
        TableFormatBuilder<CustomerRow> builder = TableFormat.liberal("x", "X", rows);
        for (int i = 0; i < cells.length; i += 2) {
            header.add(cells[i]);
            values.add(cells[i + 1]);
            builder.optional(cells[i], java.util.Objects.requireNonNull(columns.get(cells[i])));
        }
        return builder.distinctive(header.get(0)).build().mapper(header).map(values);
    }
}
