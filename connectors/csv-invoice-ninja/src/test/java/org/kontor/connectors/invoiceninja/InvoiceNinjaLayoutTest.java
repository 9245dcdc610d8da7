package org.kontor.connectors.invoiceninja;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.Fixture;
import org.kontor.connectors.tck.ImportFormatContract;
import org.kontor.spi.ImportFormat;

class InvoiceNinjaLayoutTest implements ImportFormatContract {

    @Override
    public ImportFormat testee() {
        return InvoiceNinjaLayout.FORMAT;
    }

    @Override
    public Map<String, String> goodRow() {
        return Map.of(
                "Name",
                "Birch Books",
                "First Name",
                "Wanda",
                "Last Name",
                "Rook",
                "Email",
                "books@birch.example",
                "Billing City",
                "Tampa");
    }

    /** S3-08. */
    @Test
    void aFileAsTheAppWritesItIsReadAndItsHistoryIgnored() {
        Fixture fixture = Fixture.of(testee(), ',', """
                "Name","Balance","Paid to Date","Billing Street","Billing Apt/Suite","Billing City","Billing State/Province","Billing Postal Code","Billing Country","Shipping Street","Shipping Apt/Suite","Shipping City","Shipping State/Province","Shipping Postal Code","Shipping Country","ID Number","VAT Number","Website","Phone","Currency","Public Notes","Private Notes","First Name","Last Name","Email","Phone"
                "Birch Books","$10.00","$20.00","1 Main St","Suite 2","Tampa","Florida","33602","","","","","","","","17","","","555-010-1001","","","","Wanda","Rook","books@birch.example","555-010-1002"
                """);
        assertEquals(1, fixture.size());
        assertEquals(
                "kind=ORGANISATION, companyName=Birch Books, firstName=Wanda, lastName=Rook, "
                        + "emails=books@birch.example, phones=WORK:555-010-1001 OTHER:555-010-1002, "
                        + "line1=1 Main St, line2=Suite 2, city=Tampa, state=Florida, postalCode=33602, "
                        + "externalIds=invoice-ninja:customer:17",
                fixture.row(0));
        assertEquals(List.of("Balance", "Paid to Date", "VAT Number", "Currency"), fixture.ignored());
    }
}
