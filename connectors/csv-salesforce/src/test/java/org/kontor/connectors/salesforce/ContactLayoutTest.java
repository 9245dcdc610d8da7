package org.kontor.connectors.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class ContactLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return ContactLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Id", "003x0000002xLCVAA2", "LastName", "Rook", "FirstName", "Wanda", "Email", "wanda@rook.example");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,Salutation,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,Phone,Fax,MobilePhone,HomePhone,Email,Title,Department,Birthdate,OwnerId
                003x0000002xLCVAA2,false,,001x0000002xLCVAA2,Rook,Wanda,Ms.,1 Main St,Tampa,FL,33602,US,555-010-1001,,,,wanda@rook.example,Buyer,,1988-05-01,005x0000000fNSiAAM
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=WORK:555-010-1001, birthdate=1988-05-01, occupation=Buyer, "
                        + "line1=1 Main St, city=Tampa, state=FL, postalCode=33602, country=US, "
                        + "externalIds=salesforce-contact:customer:003x0000002xLCVAA2",
                fixture.row(0));
        assertEquals(
                List.of("IsDeleted", "MasterRecordId", "AccountId", "Salutation", "Department", "OwnerId"),
                fixture.ignored());
    }
}
