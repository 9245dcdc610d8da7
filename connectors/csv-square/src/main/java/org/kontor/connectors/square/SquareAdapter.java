package org.kontor.connectors.square;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Square while the RAR is deployed. */
public class SquareAdapter extends ConnectorAdapter {

    /** For the server. */
    public SquareAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-square", "Square", "1.0.0", Connector.SPI_VERSION, SquareLayout.FORMAT);
    }
}
