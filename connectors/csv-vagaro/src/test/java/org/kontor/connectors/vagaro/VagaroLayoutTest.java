package org.kontor.connectors.vagaro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class VagaroLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return VagaroLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "Email",
                "wanda@rook.example",
                "Cell Phone",
                "555-010-1001");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                First Name,Last Name,Email,Cell Phone,Day Phone,Night Phone,Street Address,City,State,Zip,Birthday,Gender,Customer Since,Last Visited,Points,Tags
                Wanda,Rook,wanda@rook.example,555-010-1001,,,1 Main St,Tampa,FL,33602,,Female,2024-01-02,2025-03-04,120,vip
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:555-010-1001, gender=FEMALE, line1=1 Main St, city=Tampa, state=FL, "
                        + "postalCode=33602, tags=vip",
                fixture.row(0));
        assertEquals(List.of("Customer Since", "Last Visited", "Points"), fixture.ignored());
    }

    /** The columns of the customer list that the app's documentation names. */
    @Test
    void theDocumentedListHasWholeNamesAndShortNamesOfPhones() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Name,Amount Paid,Email,Address,Mobile,Day,Night,Birthdate,Gender,Customer Since,Last Visited,No Shows/Cancellations,Tags
                Wanda Rook,10.00,wanda@rook.example,1 Main St,555-010-1001,,555-010-1002,,Female,2024-01-02,2025-03-04,0,vip
                """);
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:555-010-1001 HOME:555-010-1002, gender=FEMALE, line1=1 Main St, tags=vip, NAME_DIVIDED",
                fixture.row(0));
        assertEquals(
                List.of("Amount Paid", "Customer Since", "Last Visited", "No Shows/Cancellations"), fixture.ignored());
    }
}
