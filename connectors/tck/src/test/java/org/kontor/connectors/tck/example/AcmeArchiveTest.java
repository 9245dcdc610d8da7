package org.kontor.connectors.tck.example;

import jakarta.resource.spi.ResourceAdapter;
import java.nio.file.Path;
import org.kontor.connectors.tck.ArchiveContract;

class AcmeArchiveTest implements ArchiveContract {

    @Override
    public Class<? extends ResourceAdapter> testee() {
        return AcmeAdapter.class;
    }

    /** The example alone needs this: a connector's own project has it in {@code src/main/rar/META-INF}, where the kit looks. */
    @Override
    public Path descriptor() {
        return Path.of("src/test/resources/acme-ra.xml");
    }
}
