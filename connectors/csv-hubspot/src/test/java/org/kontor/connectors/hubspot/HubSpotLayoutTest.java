package org.kontor.connectors.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class HubSpotLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return HubSpotLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("Record ID", "8001", "First Name", "Wanda", "Last Name", "Rook", "Email", "wanda@rook.example");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner
                8001,Wanda,Rook,wanda@rook.example,+1 555-010-2001,NEW,2025-01-15 10:00,Birch Books,Canada,Sam Sales
                8002,Otto,Fink,,,OPEN,2025-01-16 11:30,,,
                """);
        assertEquals(2, fixture.size());
        assertEquals(
                "kind=PERSON, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=wanda@rook.example, phones=OTHER:+1 555-010-2001, country=Canada, "
                        + "externalIds=hubspot:customer:8001",
                fixture.row(0));
        assertEquals("kind=PERSON, firstName=Otto, lastName=Fink, externalIds=hubspot:customer:8002", fixture.row(1));
        assertEquals(List.of("Lead Status", "Create Date", "Contact owner"), fixture.ignored());
    }
}
