package org.kontor.connectors.zohobooks;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Zoho Books while the RAR is deployed. */
public class ZohoBooksAdapter extends ConnectorAdapter {

    /** For the server. */
    public ZohoBooksAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-zoho-books", "Zoho Books", "1.0.0", Connector.SPI_VERSION, ZohoBooksLayout.FORMAT);
    }
}
