package org.kontor.connectors.tck;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

/** The adapter of {@link SampleConnector}. */
public class SampleAdapter extends ConnectorAdapter {

    /** For the server. */
    public SampleAdapter() {}

    @Override
    protected Connector connector() {
        return new SampleConnector();
    }
}
