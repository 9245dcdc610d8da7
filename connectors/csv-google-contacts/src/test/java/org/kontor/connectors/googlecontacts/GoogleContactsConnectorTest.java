package org.kontor.connectors.googlecontacts;

import org.kontor.connectors.tck.ConnectorContract;
import org.kontor.spi.Connector;

class GoogleContactsConnectorTest implements ConnectorContract {

    @Override
    public Connector testee() {
        return new GoogleContactsAdapter().connector();
    }
}
