package org.kontor.connectors.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class OnlineLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return OnlineLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Customer",
                "Birch Books",
                "Full Name",
                "Wanda Rook",
                "Email",
                "books@birch.example",
                "Phone Numbers",
                "Phone: 555-010-1001 Mobile: 555-010-1002");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Customer,Phone Numbers,Email,Full Name,Billing Address,Shipping Address
                Birch Books,Phone: (555) 010-1001 Mobile: (555) 010-1002,books@birch.example,Wanda Rook,"1 Main St, Tampa, FL 33602","9 Dock Rd, Tampa, FL 33605"
                Otto Fink,555-010-1003,otto@fink.example,Otto Fink,,
                """);
        assertEquals(2, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:(555) 010-1001 MOBILE:(555) 010-1002, "
                        + "line1=1 Main St, city=Tampa, state=FL, postalCode=33602, NAME_DIVIDED, "
                        + "ADDRESS_LEFT_OUT",
                fixture.row(0));
        assertEquals(
                "kind=PERSON, firstName=Otto, lastName=Fink, emails=otto@fink.example, "
                        + "phones=OTHER:555-010-1003, NAME_DIVIDED",
                fixture.row(1));
        assertEquals(List.of(), fixture.ignored());
    }

    @Test
    void totalsAndFootersAreNoCustomers() {
        var mapper = testee().mapper(List.of("Customer", "Phone Numbers", "Email", "Full Name"));
        for (List<String> row : List.of(
                List.of("TOTAL", "", "", ""),
                List.of("Total for Birch", "", "", "12.00"),
                List.of("Saturday, November 22, 2025 09:12 AM GMT-8"),
                List.of("Saturday", " November 22", " 2025 09:12 AM GMT-8"),
                List.of("Accrual basis Saturday"))) {
            assertFalse(mapper.isData(row), row.toString());
        }
        assertTrue(mapper.isData(List.of("Total Wine", "555-010-1001", "", "")));
        assertTrue(mapper.isData(List.of("Total", "555-010-1001", "", "")));
        assertTrue(mapper.isData(List.of("Birch Books")));
    }
}
