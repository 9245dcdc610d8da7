package org.kontor.connectors.quickbooks;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of QuickBooks while the RAR is deployed. */
public class QuickBooksAdapter extends ConnectorAdapter {

    /** For the server. */
    public QuickBooksAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-quickbooks",
                "QuickBooks",
                "1.0.0",
                Connector.SPI_VERSION,
                OnlineLayout.FORMAT,
                DesktopLayout.FORMAT,
                InvoicesLayout.MONTH_FIRST,
                InvoicesLayout.DAY_FIRST,
                InvoicesLayout.LIST_MONTH_FIRST,
                InvoicesLayout.LIST_DAY_FIRST);
    }
}
