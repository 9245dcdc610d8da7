package org.kontor.connectors.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

/** S4-68. */
class TransactionsLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return InvoicesLayout.LIST_MONTH_FIRST;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Date", "01/20/2024", "Type", "Invoice", "No.", "1001", "Customer", "Birch Books", "Total", "100.00");
    }

    @Test
    void ofPaymentsAndCreditMemosComesInWhatIsLeft() {
        Fixture fixture = Fixture.of(testee(), ',', """
                Date,Type,No.,Customer,Memo,Due date,Balance,Total,Status
                01/20/2024,Invoice,1001,Birch Books,,02/19/2024,40.00,100.00,Open
                01/25/2024,Payment,88,Birch Books,,,"-15.00","-75.00",Partial
                01/26/2024,Payment,89,Birch Books,,,0.00,-60.00,Closed
                01/27/2024,Estimate,90,Birch Books,,,0.00,60.00,Closed
                """);
        assertEquals("INVOICE 1001 2024-01-20 2024-02-19 amount 100.00 open 40.00", fixture.entry(0));
        assertEquals("PAYMENT 88 2024-01-25 amount 15.00", fixture.entry(1));
        assertEquals("NOTHING_LEFT", fixture.row(2));
        assertEquals("TYPE_UNKNOWN", fixture.row(3));
    }
}
