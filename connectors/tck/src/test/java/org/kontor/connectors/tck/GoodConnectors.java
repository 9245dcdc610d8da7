package org.kontor.connectors.tck;

import jakarta.resource.spi.ResourceAdapter;
import java.nio.file.Path;
import java.util.Map;
import org.kontor.spi.Connector;
import org.kontor.spi.ImportFormat;

/** What a connector's tests look like, on the sample. */
final class GoodConnectors {

    private GoodConnectors() {}

    static class GoodConnector implements ConnectorContract {
        private final Connector connector = new SampleConnector();

        @Override
        public Connector testee() {
            return connector;
        }
    }

    static class GoodAdapter implements ResourceAdapterContract {
        @Override
        public ResourceAdapter testee() {
            return new SampleAdapter();
        }

        @Override
        public String connectorId() {
            return "sample";
        }
    }

    static class GoodArchive implements ArchiveContract {
        @Override
        public Class<? extends ResourceAdapter> testee() {
            return SampleAdapter.class;
        }

        @Override
        public Path descriptor() {
            return Path.of("src/test/resources/good-ra.xml");
        }
    }

    static class GoodFormat implements ImportFormatContract {
        @Override
        public ImportFormat testee() {
            return new SampleFormat();
        }

        @Override
        public Map<String, String> goodRow() {
            return SampleFormat.GOOD_ROW;
        }
    }
}
