package org.kontor.connectors.freshbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class FreshBooksLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return FreshBooksLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "Company Name",
                "Birch Books",
                "Email Address",
                "books@birch.example",
                "City",
                "Toronto");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                First Name,Last Name,Company Name,Email Address,Phone Number,Address Line 1,Address Line 2,City,State,Zip Code,Country
                Wanda,Rook,Birch Books,books@birch.example,555-010-1001,1 Main St,,Toronto,Ontario,M5H 2N2,Canada
                Otto,Fink,,otto@fink.example,,,,,,,
                """);
        assertEquals(2, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=OTHER:555-010-1001, line1=1 Main St, "
                        + "city=Toronto, state=Ontario, postalCode=M5H 2N2, country=Canada",
                fixture.row(0));
        assertEquals("kind=PERSON, firstName=Otto, lastName=Fink, emails=otto@fink.example", fixture.row(1));
        assertEquals(List.of(), fixture.ignored());
    }
}
