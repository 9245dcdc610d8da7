package org.kontor.connectors.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

/** S4-68. */
class InvoicesLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return InvoicesLayout.MONTH_FIRST;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "InvoiceNo", "1001", "Customer", "Birch Books", "InvoiceDate", "2/29/2024", "ItemAmount", "100.00");
    }

    @Test
    void linesHaveAPriceOrAnAmount() {
        Fixture fixture = Fixture.of(testee(), ',', """
                *InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,ItemTaxCode,ItemTaxAmount,Currency
                1001,Birch Books,2/29/2024,3/30/2024,,,,Books,Old books,2,50.00,100.00,TAX,8.25,USD
                1001,Birch Books,2/29/2024,3/30/2024,,,,,,,,7.50,NON,0,USD
                """);
        assertEquals("INVOICE 1001 2024-02-29 2024-03-30 USD [Old books 2 50.00 - - 8.25]", fixture.entry(0));
        assertEquals("INVOICE 1001 2024-02-29 2024-03-30 USD [Invoice 1001 - 7.50 - - 0]", fixture.entry(1));
    }
}
