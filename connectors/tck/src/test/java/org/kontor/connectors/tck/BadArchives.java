package org.kontor.connectors.tck;

import jakarta.resource.spi.ResourceAdapter;
import java.nio.file.Path;
import org.kontor.connectors.support.ConnectorAdapter;

/** Archives that break the rules AR. */
final class BadArchives {

    private BadArchives() {}

    @Breaks("AR01")
    static class DescriptorOfAnother extends GoodConnectors.GoodArchive {
        @Override
        public Path descriptor() {
            return Path.of("src/test/resources/old-ra.xml");
        }
    }

    @Breaks("AR02")
    static class DescriptorOfJavaEe extends GoodConnectors.GoodArchive {
        @Override
        public Path descriptor() {
            return Path.of("src/test/resources/old-ra.xml");
        }
    }

    @Breaks({"AR01", "AR02"})
    static class NoDescriptor extends GoodConnectors.GoodArchive {
        @Override
        public Path descriptor() {
            return Path.of("src/test/resources/no-such-ra.xml");
        }
    }

    /** As if the module had the support library's classes among its own. */
    @Breaks("AR03")
    static class CopyOfSharedClasses extends GoodConnectors.GoodArchive {
        @Override
        public Class<? extends ResourceAdapter> testee() {
            return ConnectorAdapter.class;
        }
    }
}
