package org.kontor.connectors.googlecontacts;

import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.FormatConnector;
import org.kontor.spi.Connector;

/** Brings the import formats of Google Contacts while the RAR is deployed. */
public class GoogleContactsAdapter extends ConnectorAdapter {

    /** For the server. */
    public GoogleContactsAdapter() {}

    @Override
    protected Connector connector() {
        return new FormatConnector(
                "csv-google-contacts", "Google Contacts", "1.0.0", Connector.SPI_VERSION, GoogleContactsLayout.FORMAT);
    }
}
