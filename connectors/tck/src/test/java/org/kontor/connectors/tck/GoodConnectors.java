package org.kontor.connectors.tck;

import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.kontor.connectors.tck.example.AcmeAdapter;
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
        public Path archive() throws IOException {
            return Rars.of("good-ra.xml");
        }
    }

    /** With lines, and with a library that tells its terms. */
    static class GoodArchiveWithLines implements ArchiveContract {
        @Override
        public Class<? extends ResourceAdapter> testee() {
            return AcmeAdapter.class;
        }

        @Override
        public Path archive() throws IOException {
            Map<String, byte[]> files = Rars.files("acme-lines-ra.xml");
            files.put("library.jar", Rars.zip(Map.of("org/example/Library.class", new byte[0])));
            files.put("META-INF/licenses/library.txt", new byte[0]);
            files.put("another.jar", Rars.zip(Map.of("META-INF/LICENSE", new byte[0])));
            return Rars.pack(files);
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
