package org.kontor.connectors.vagaro;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Vagaro while the RAR is deployed. */
public class VagaroAdapter extends ConnectorAdapter {

    /** For the server. */
    public VagaroAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-vagaro", "Vagaro", "1.0.0", Connector.SPI_VERSION, VagaroLayout.FORMAT);
    }
}
