package org.kontor.connectors.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class AccountLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return AccountLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Id", "001x0000002xLCVAA2", "Name", "Birch Books", "BillingCity", "Tampa", "Phone", "555-010-1001");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                "ID","ISDELETED","MASTERRECORDID","NAME","TYPE","PARENTID","BILLINGSTREET","BILLINGCITY","BILLINGSTATE","BILLINGPOSTALCODE","BILLINGCOUNTRY","PHONE","FAX","WEBSITE","DESCRIPTION","OWNERID","CREATEDDATE"
                "001x0000002xLCVAA2","false","","Birch Books","","","1 Main St
                Floor 2","Tampa","FL","33602","US","555-010-1001","","birch.example","","005x0000000fNSiAAM","2025-04-15T03:23:15.000Z"
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, phones=WORK:555-010-1001, "
                        + "website=birch.example, line1=1 Main St, line2=Floor 2, city=Tampa, state=FL, "
                        + "postalCode=33602, country=US, "
                        + "externalIds=salesforce-account:customer:001x0000002xLCVAA2",
                fixture.row(0));
        assertEquals(
                List.of("ISDELETED", "MASTERRECORDID", "TYPE", "PARENTID", "OWNERID", "CREATEDDATE"),
                fixture.ignored());
    }
}
