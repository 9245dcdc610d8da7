package org.kontor.connectors.freshbooks;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of FreshBooks while the RAR is deployed. */
public class FreshBooksAdapter extends ConnectorAdapter {

    /** For the server. */
    public FreshBooksAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-freshbooks",
                "FreshBooks",
                "1.0.0",
                Connector.SPI_VERSION,
                FreshBooksLayout.FORMAT,
                ClassicLayout.FORMAT);
    }
}
