package org.kontor.connectors.wave;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Wave while the RAR is deployed. */
public class WaveAdapter extends ConnectorAdapter {

    /** For the server. */
    public WaveAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector("csv-wave", "Wave", "1.0.0", Connector.SPI_VERSION, WaveLayout.FORMAT);
    }
}
