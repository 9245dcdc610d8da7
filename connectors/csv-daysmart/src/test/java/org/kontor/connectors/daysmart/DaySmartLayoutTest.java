package org.kontor.connectors.daysmart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class DaySmartLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return DaySmartLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("ClientID", "17", "FirstName", "Wanda", "LastName", "Rook", "Email", "wanda@rook.example");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), '\t', """
                ClientID\tFirstName\tLastName\tAddress1\tCity\tState\tZip\tHomePhone\tCellPhone\tEmail\tLastVisit
                17\tWanda\tRook\t1 Main St\tTampa\tFL\t33602\t\t555-010-1001\twanda@rook.example\t2025-03-04
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "phones=MOBILE:555-010-1001, line1=1 Main St, city=Tampa, state=FL, "
                        + "postalCode=33602, externalIds=daysmart:customer:17",
                fixture.row(0));
        assertEquals(List.of("LastVisit"), fixture.ignored());
    }
}
