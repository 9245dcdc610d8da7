package org.kontor.connectors.rev23;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of REV23 while the RAR is deployed. */
public class Rev23Adapter extends ConnectorAdapter {

    /** For the server. */
    public Rev23Adapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-rev23", "REV23", "1.0.0", Connector.SPI_VERSION, CloudLayout.FORMAT, DesktopLayout.FORMAT);
    }
}
