package org.kontor.connectors.invoiceninja;

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
        return InvoicesLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Client",
                "Wanda Rook",
                "Email",
                "wanda@rook.example",
                "Invoice Number",
                "0007",
                "Amount",
                "$26.67",
                "Paid",
                "$6.94",
                "Invoice Date",
                "2020-02-19");
    }

    @Test
    void whatIsOpenIsWhatWasNotPaid() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Client,Email,Invoice Number,Amount,Paid,PO Number,Status,Invoice Date,Due Date,Discount,Partial/Deposit,Partial Due Date,Public Notes,Private Notes,Item Product,Item Notes,Item Cost,Item Quantity
                Wanda Rook,wanda@rook.example,2,"$1,026.67",$6.94,,Partial,2020-02-19,2020-02-29,,$0.00,,,,omnis,Ink,8.89,3
                Wanda Rook,,3,$5.00,,,Draft,2020-02-19,,,,,,,,,,
                Wanda Rook,,4,$5.00,$0.00,,Cancelled,19/Feb/2020,,,,,,,,,,
                """);
        assertEquals("INVOICE 2 2020-02-19 2020-02-29 amount 1026.67 open 1019.73", fixture.entry(0));
        assertEquals("DRAFT", fixture.row(1));
        assertEquals("INVOICE 4 2020-02-19 amount 5.00 open 5.00 void", fixture.entry(2));
    }
}
