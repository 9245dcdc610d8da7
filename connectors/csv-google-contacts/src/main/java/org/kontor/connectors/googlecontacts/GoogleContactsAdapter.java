package org.kontor.connectors.googlecontacts;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.spi.Connector;

/** Registers {@link GoogleContactsConnector} while the RAR is deployed. */
public class GoogleContactsAdapter extends ConnectorAdapter {

    /** For the server. */
    public GoogleContactsAdapter() {}

    @Override
    protected Connector connector() {
        return new GoogleContactsConnector();
    }
}
