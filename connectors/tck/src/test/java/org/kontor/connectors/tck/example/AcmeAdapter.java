package org.kontor.connectors.tck.example;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

public class AcmeAdapter extends ConnectorAdapter {

    public AcmeAdapter() {}

    @Override
    protected Connector connector() {
        return new AcmeConnector();
    }
}
