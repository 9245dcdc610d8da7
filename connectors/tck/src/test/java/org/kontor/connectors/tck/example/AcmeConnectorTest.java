package org.kontor.connectors.tck.example;

import org.kontor.connectors.tck.ConnectorContract;
import org.kontor.spi.Connector;

class AcmeConnectorTest implements ConnectorContract {

    @Override
    public Connector testee() {
        return new AcmeConnector();
    }
}
