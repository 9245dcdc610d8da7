package org.kontor.connectors.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class DesktopLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return DesktopLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "!CUST",
                "CUST",
                "NAME",
                "Birch Books",
                "FIRSTNAME",
                "Wanda",
                "LASTNAME",
                "Rook",
                "EMAIL",
                "books@birch.example");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), '\t', """
                !CUST\tNAME\tREFNUM\tTIMESTAMP\tBADDR1\tBADDR2\tBADDR3\tBADDR4\tBADDR5\tPHONE1\tPHONE2\tFAXNUM\tEMAIL\tCONT1\tTERMS\tTAXABLE\tLIMIT
                CUST\tBirch Books\t17\t1090443024\tBirch Books\t1 Main St\tTampa, FL 33602\t\t\t555-010-1001\t\t\tbooks@birch.example\tWanda Rook\tNet 30\tY\t1000
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:555-010-1001, line1=1 Main St, "
                        + "city=Tampa, state=FL, postalCode=33602, "
                        + "externalIds=quickbooks-desktop:customer:17, NAME_DIVIDED",
                fixture.row(0));
        assertEquals(List.of("TIMESTAMP", "TERMS", "TAXABLE", "LIMIT"), fixture.ignored());
    }
}
