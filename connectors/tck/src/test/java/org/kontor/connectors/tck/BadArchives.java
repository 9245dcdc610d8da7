package org.kontor.connectors.tck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.kontor.connectors.support.RemoteConnectionFactory;
import org.kontor.connectors.tck.example.AcmeLines;
import org.kontor.spi.Settings;

/** Archives that break the rules AR. */
final class BadArchives {

    private BadArchives() {}

    /** A good archive with something changed. */
    private abstract static class Bad extends GoodConnectors.GoodArchive {

        @Override
        public Path archive() throws IOException {
            Map<String, byte[]> files = Rars.files("good-ra.xml");
            spoil(files);
            return Rars.pack(files);
        }

        abstract void spoil(Map<String, byte[]> files) throws IOException;
    }

    @Breaks({"AR01", "AR02"})
    static class OldDescriptorOfAnother extends GoodConnectors.GoodArchive {
        @Override
        public Path archive() throws IOException {
            return Rars.of("old-ra.xml");
        }
    }

    @Breaks({"AR01", "AR02"})
    static class NoDescriptor extends Bad {
        @Override
        void spoil(Map<String, byte[]> files) {
            files.remove("META-INF/ra.xml");
        }
    }

    @Breaks({"AR01", "AR02", "AR03", "AR04", "AR05", "AR06"})
    static class NotPacked extends GoodConnectors.GoodArchive {
        @Override
        public Path archive() throws IOException {
            return PackedRar.in(Path.of("src/test/resources"));
        }
    }

    @Breaks("AR03")
    static class LibraryWithTheSupportLibrary extends Bad {
        @Override
        void spoil(Map<String, byte[]> files) throws IOException {
            files.put(
                    "lib/all-in-one.jar",
                    Rars.zip(Map.of("org/kontor/connectors/support/ConnectorAdapter.class", new byte[0])));
        }
    }

    @Breaks("AR03")
    static class LooseClassOfJakarta extends Bad {
        @Override
        void spoil(Map<String, byte[]> files) {
            files.put("jakarta/resource/ResourceException.class", new byte[0]);
        }
    }

    @Breaks("AR04")
    static class WithoutItsOwnClasses extends Bad {
        @Override
        void spoil(Map<String, byte[]> files) {
            files.remove("own.jar");
        }
    }

    @Breaks("AR04")
    static class PackedBeforeTheLastChange extends Bad {
        @Override
        void spoil(Map<String, byte[]> files) throws IOException {
            Map<String, byte[]> classes = Rars.own();
            classes.put(testee().getName().replace('.', '/') + ".class", new byte[] {1});
            files.put("own.jar", Rars.zip(classes));
        }
    }

    @Breaks("AR05")
    static class LibraryWithoutALicence extends Bad {
        @Override
        void spoil(Map<String, byte[]> files) throws IOException {
            files.put("library.jar", Rars.zip(Map.of("org/example/Library.class", new byte[0])));
            files.put("META-INF/licenses/another.txt", new byte[0]);
        }
    }

    private abstract static class BadLines extends Bad {

        private final String from;
        private final String to;

        BadLines(String from, String to) {
            this.from = from;
            this.to = to;
        }

        @Override
        void spoil(Map<String, byte[]> files) throws IOException {
            byte[] descriptor = Rars.files("acme-lines-ra.xml").get("META-INF/ra.xml");
            String text = new String(descriptor, StandardCharsets.UTF_8);
            if (!text.contains(from)) {
                throw new AssertionError(from + " is not in the descriptor");
            }
            files.put("META-INF/ra.xml", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Breaks("AR06")
    static class LinesThatTheServerCannotMake extends BadLines {
        LinesThatTheServerCannotMake() {
            super(AcmeLines.class.getName(), Hidden.class.getName());
        }
    }

    @Breaks("AR06")
    static class LinesInTransactions extends BadLines {
        LinesInTransactions() {
            super("NoTransaction", "XATransaction");
        }
    }

    @Breaks("AR06")
    static class LinesBehindAnotherInterface extends BadLines {
        LinesBehindAnotherInterface() {
            super("support.LinePool</connectionfactory-interface>", "Pool</connectionfactory-interface>");
        }
    }

    /** Not public. */
    static class Hidden extends RemoteConnectionFactory<AcmeLines.Line> {
        private static final long serialVersionUID = 1L;

        @Override
        protected AcmeLines.Line open(Settings settings) throws IOException {
            throw new IOException("never opened");
        }
    }
}
