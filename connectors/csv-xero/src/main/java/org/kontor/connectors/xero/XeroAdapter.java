package org.kontor.connectors.xero;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Xero while the RAR is deployed. */
public class XeroAdapter extends ConnectorAdapter {

    /** For the server. */
    public XeroAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-xero",
                "Xero",
                "1.0.0",
                Connector.SPI_VERSION,
                XeroLayout.FORMAT,
                InvoicesLayout.DAY_FIRST,
                InvoicesLayout.MONTH_FIRST);
    }
}
