package org.kontor.connectors.googlecontacts;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ArchiveContract;

class GoogleContactsArchiveTest implements ArchiveContract {

    @Override
    public Class<? extends ResourceAdapter> testee() {
        return GoogleContactsAdapter.class;
    }
}
