package org.kontor.connectors.mindbody;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Mindbody while the RAR is deployed. */
public class MindbodyAdapter extends ConnectorAdapter {

    /** For the server. */
    public MindbodyAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-mindbody", "Mindbody", "1.0.0", Connector.SPI_VERSION, MindbodyLayout.FORMAT);
    }
}
