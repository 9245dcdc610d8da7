package org.kontor.connectors.tck.example;

import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.nio.file.Path;
import org.kontor.connectors.tck.ArchiveContract;
import org.kontor.connectors.tck.Rars;

class AcmeArchiveTest implements ArchiveContract {

    @Override
    public Class<? extends ResourceAdapter> testee() {
        return AcmeAdapter.class;
    }

    /** The example alone needs this: a connector's own project has its RAR in {@code target}, where the kit looks. */
    @Override
    public Path archive() throws IOException {
        return Rars.of("acme-lines-ra.xml");
    }
}
