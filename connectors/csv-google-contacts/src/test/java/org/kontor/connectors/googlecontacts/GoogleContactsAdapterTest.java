package org.kontor.connectors.googlecontacts;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ResourceAdapterContract;

class GoogleContactsAdapterTest implements ResourceAdapterContract {

    @Override
    public ResourceAdapter testee() {
        return new GoogleContactsAdapter();
    }

    @Override
    public String connectorId() {
        return "csv-google-contacts";
    }
}
