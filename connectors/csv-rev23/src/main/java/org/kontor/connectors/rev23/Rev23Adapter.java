package org.kontor.connectors.rev23;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

/** Registers {@link Rev23Connector} while the RAR is deployed. */
public class Rev23Adapter extends ConnectorAdapter {

    /** For the server. */
    public Rev23Adapter() {}

    @Override
    protected Connector connector() {
        return new Rev23Connector();
    }
}
