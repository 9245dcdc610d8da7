package org.kontor.connectors.rev23;

import org.kontor.connectors.tck.ConnectorContract;
import org.kontor.spi.Connector;

class Rev23ConnectorTest implements ConnectorContract {

    @Override
    public Connector testee() {
        return new Rev23Adapter().connector();
    }
}
