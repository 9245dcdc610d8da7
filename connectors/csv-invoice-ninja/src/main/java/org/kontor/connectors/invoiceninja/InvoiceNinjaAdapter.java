package org.kontor.connectors.invoiceninja;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Invoice Ninja while the RAR is deployed. */
public class InvoiceNinjaAdapter extends ConnectorAdapter {

    /** For the server. */
    public InvoiceNinjaAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-invoice-ninja",
                "Invoice Ninja",
                "1.0.0",
                Connector.SPI_VERSION,
                InvoiceNinjaLayout.FORMAT,
                InvoicesLayout.FORMAT);
    }
}
