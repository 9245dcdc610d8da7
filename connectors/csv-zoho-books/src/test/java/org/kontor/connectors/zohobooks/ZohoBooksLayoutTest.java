package org.kontor.connectors.zohobooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class ZohoBooksLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return ZohoBooksLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Display Name",
                "Birch Books",
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "EmailID",
                "books@birch.example",
                "Customer ID",
                "2520018000000073005");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Created Time,Last Modified Time,Display Name,Company Name,Salutation,First Name,Last Name,Phone,Currency Code,Notes,Website,Status,Credit Limit,Billing Attention,Billing Address,Billing Street2,Billing City,Billing State,Billing Country,Billing Code,Billing Phone,Billing Fax,EmailID,MobilePhone,Customer ID,Customer Name,Contact Type
                2025-01-28 05:14:15,2025-01-28 05:16:02,Birch Books,Birch Books,,Wanda,Rook,555-010-1001,USD,,birch.example,Active,0.000,,1 Main St,Suite 2,Tampa,FL,U.S.A,33602,,,books@birch.example,,2520018000000073005,Birch Books,customer
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:555-010-1001, website=birch.example, "
                        + "line1=1 Main St, line2=Suite 2, city=Tampa, state=FL, postalCode=33602, "
                        + "country=U.S.A, externalIds=zoho-books:customer:2520018000000073005",
                fixture.row(0));
        assertEquals(
                List.of(
                        "Created Time",
                        "Last Modified Time",
                        "Salutation",
                        "Currency Code",
                        "Status",
                        "Credit Limit",
                        "Billing Attention",
                        "Customer Name",
                        "Contact Type"),
                fixture.ignored());
    }
}
