package org.kontor.connectors.freshbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class ClassicLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return ClassicLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Organization",
                "Birch Books",
                "FirstName",
                "Wanda",
                "LastName",
                "Rook",
                "Email",
                "books@birch.example",
                "City",
                "Toronto");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Organization, FirstName, LastName, Email, Street, Street2, City, Province, Country, PostalCode, BusPhone, HomePhone, MobPhone, Fax, SecondaryStreet, SecondaryStreet2, SecondaryCity, SecondaryProvince, SecondaryCountry, SecondaryPostalCode
                Birch Books,Wanda,Rook,books@birch.example,1 Main St,,Toronto,Ontario,Canada,M5H 2N2,555-010-1001,,,,,,,,,
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:555-010-1001, line1=1 Main St, "
                        + "city=Toronto, state=Ontario, postalCode=M5H 2N2, country=Canada",
                fixture.row(0));
        assertEquals(List.of(), fixture.ignored());
    }
}
