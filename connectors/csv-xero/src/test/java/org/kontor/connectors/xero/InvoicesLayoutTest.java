package org.kontor.connectors.xero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

/** S4-68. */
class InvoicesLayoutTest implements ImportFormatContract {

    private static final String HEADER =
            "*ContactName,EmailAddress,POAddressLine1,POAddressLine2,POAddressLine3,POAddressLine4,POCity,PORegion,POPostalCode,"
                    + "POCountry,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,InventoryItemCode,*Description,*Quantity,"
                    + "*UnitAmount,Discount,*AccountCode,*TaxType,TaxAmount,TrackingName1,TrackingOption1,TrackingName2,"
                    + "TrackingOption2,Currency,BrandingTheme\n";

    @Override
    public ImportFormat testee() {
        return InvoicesLayout.DAY_FIRST;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "ContactName",
                "Birch Books",
                "InvoiceNumber",
                "INV-7",
                "InvoiceDate",
                "7/6/2019",
                "DueDate",
                "29/6/2019",
                "Description",
                "Books",
                "Quantity",
                "2",
                "UnitAmount",
                "1,039.50");
    }

    @Test
    void eachRowIsALineWithItsTax() {
        Fixture fixture = Fixture.of(testee(), ',', HEADER + """
                Birch Books,books@birch.example,,,,,,,,,INV-7,PO 4,7/6/2019,29/6/2019,,,Books,2,39.50,10,200,20% (VAT on Income),,,,,,GBP,
                Birch Books,,,,,,,,,,INV-7,,7/6/2019,29/6/2019,,,Pens,1,5,,200,Tax Exempt,0,,,,,GBP,
                """);
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, emails=books@birch.example,"
                        + " INVOICE INV-7 2019-06-07 2019-06-29 GBP PO 4 [Books 2 39.50 10 20 -]",
                fixture.row(0) + ", " + fixture.entry(0));
        assertEquals("INVOICE INV-7 2019-06-07 2019-06-29 GBP [Pens 1 5 - - 0]", fixture.entry(1));
    }

    @Test
    void datesAreReadInTheOrderThatWasChosen() {
        String file = HEADER + "Birch Books,,,,,,,,,,INV-7,,7/6/2019,,,,Books,2,39.50,,,,,,,,,,\n";
        assertTrue(Fixture.of(InvoicesLayout.DAY_FIRST, ',', file).entry(0).contains("2019-06-07"));
        assertTrue(Fixture.of(InvoicesLayout.MONTH_FIRST, ',', file).entry(0).contains("2019-07-06"));
    }
}
