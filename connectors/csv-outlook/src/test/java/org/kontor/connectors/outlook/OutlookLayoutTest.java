package org.kontor.connectors.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class OutlookLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return OutlookLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "E-mail Address",
                "wanda@rook.example",
                "Home City",
                "Tampa");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Job Title,Department,Company,Office Location,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Birthday,Notes
                Wanda,,Rook,Ms.,,,,,wanda@rook.example,w.rook@birch.example,,,,,,555-010-1001,,,,,,,,,Buyer,,Birch Books,,2 Work Rd,Tampa,FL,33602,US,1 Main St,Tampa,FL,33602,US,1988-05-01,
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=wanda@rook.example w.rook@birch.example, phones=MOBILE:555-010-1001, "
                        + "birthdate=1988-05-01, occupation=Buyer, line1=1 Main St, city=Tampa, state=FL, "
                        + "postalCode=33602, country=US, ADDRESS_LEFT_OUT",
                fixture.row(0));
        assertEquals(
                List.of("Title", "Given Yomi", "Surname Yomi", "Pager", "Department", "Office Location"),
                fixture.ignored());
    }

    @Test
    void anotherHeaderOfTheAppIsReadToo() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Title,First Name,Last Name,E-mail Address,Business Street,Business Street 2,Birthday
                ,Wanda,Rook,wanda@rook.example,2 Work Rd,Floor 3,0/0/00
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "line1=2 Work Rd, line2=Floor 3",
                fixture.row(0));
        assertEquals(List.of("Title"), fixture.ignored());
    }
}
