package org.kontor.connectors.mindbody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class MindbodyLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return MindbodyLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("Client ID", "100234", "First Name", "Wanda", "Last Name", "Rook", "Email", "wanda@rook.example");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Client ID,First Name,Last Name,Email,Mobile Phone,Last Visit,Visits,Membership
                100234,Wanda,Rook,wanda@rook.example,555-010-1001,14/02/2025,3,Off-Peak Monthly
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:555-010-1001, externalIds=mindbody:customer:100234",
                fixture.row(0));
        assertEquals(List.of("Last Visit", "Visits", "Membership"), fixture.ignored());
    }

    /** The columns that the app's documentation names; what tells of health stays out (S3-35). */
    @Test
    void theDocumentedColumnsAreReadAndHealthIsNot() {
        Fixture fixture = Fixture.of(testee(), ',', """
                RSSID,Salutation,First name,Last name,Nickname,Email,Address,Address2,City,Country,Medic alert,Emergency contact,Notes1
                7,Ms,Wanda,Rook,Wan,wanda@rook.example,1 Main St,Flat 2,Tampa,US,Asthma,Bo,Likes tea
                """);
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, nickname=Wan, emails=wanda@rook.example, line1=1 Main St, "
                        + "line2=Flat 2, city=Tampa, country=US, notes=Likes tea",
                fixture.row(0));
        assertEquals(List.of("RSSID", "Salutation", "Medic alert", "Emergency contact"), fixture.ignored());
    }
}
