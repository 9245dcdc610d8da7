package org.kontor.connectors.rev23;

import jakarta.resource.spi.ResourceAdapter;
import org.kontor.connectors.tck.ArchiveContract;

class Rev23ArchiveTest implements ArchiveContract {

    @Override
    public Class<? extends ResourceAdapter> testee() {
        return Rev23Adapter.class;
    }
}
