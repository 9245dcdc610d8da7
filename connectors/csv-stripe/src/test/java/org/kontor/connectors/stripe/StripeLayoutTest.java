package org.kontor.connectors.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class StripeLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return StripeLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of("id", "cus_Q1w2E3", "Name", "Wanda Rook", "Email", "wanda@rook.example", "Phone", "+15550100199");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status,Total Spend,Payment Count,Refunded Volume,Dispute Losses,shop (metadata)
                cus_Q1w2E3,Repeat customer,wanda@rook.example,Wanda Rook,2025-04-22 17:34,false,,,49.95,2,0,0,north
                cus_Z9y8X7,,books@birch.example,Birch Books LLC,2025-04-23 10:11,true,,,0,0,0,0,
                """);
        assertEquals(2, fixture.size());
        assertEquals(
                "kind=PERSON, firstName=Wanda, lastName=Rook, emails=wanda@rook.example, "
                        + "notes=Repeat customer, externalIds=stripe:customer:cus_Q1w2E3, NAME_DIVIDED",
                fixture.row(0));
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books LLC, emails=books@birch.example, "
                        + "externalIds=stripe:customer:cus_Z9y8X7",
                fixture.row(1));
        assertEquals(
                List.of(
                        "Created (UTC)",
                        "Delinquent",
                        "Plan",
                        "Status",
                        "Total Spend",
                        "Payment Count",
                        "Refunded Volume",
                        "Dispute Losses",
                        "shop (metadata)"),
                fixture.ignored());
    }
}
