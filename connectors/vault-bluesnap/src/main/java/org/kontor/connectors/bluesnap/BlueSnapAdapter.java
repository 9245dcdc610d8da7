package org.kontor.connectors.bluesnap;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

/** Registers the connector for BlueSnap. */
public class BlueSnapAdapter extends ConnectorAdapter {

    /** For the server. */
    public BlueSnapAdapter() {}

    @Override
    protected Connector connector() {
        return new BlueSnapConnector();
    }
}
