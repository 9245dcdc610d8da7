package org.kontor.connectors.tck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * A RAR, read.
 *
 * @param files what lies in it, by name
 * @param jars what lies in each of its jars, by name
 */
record PackedRar(Map<String, byte[]> files, Map<String, Map<String, byte[]>> jars) {

    private static final String DESCRIPTOR = "META-INF/ra.xml";

    static PackedRar read(Path file) throws IOException {
        Map<String, byte[]> files;
        try (InputStream stream = Files.newInputStream(file)) {
            files = unpacked(stream);
        }
        Map<String, Map<String, byte[]>> jars = new TreeMap<>();
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            if (each.getKey().endsWith(".jar")) {
                jars.put(each.getKey(), unpacked(new ByteArrayInputStream(each.getValue())));
            }
        }
        return new PackedRar(files, jars);
    }

    /** The only RAR of a folder. */
    static Path in(Path folder) throws IOException {
        List<Path> found = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                found = files.filter(file -> file.toString().endsWith(".rar")).toList();
            }
        }
        if (found.size() != 1) {
            throw new AssertionError("Pack one RAR into " + folder.toAbsolutePath()
                    + " before the tests run, there are "
                    + found.size() + ": mvn -q process-test-classes does it, if the pom binds maven-jar-plugin to"
                    + " process-classes and maven-rar-plugin to process-test-classes");
        }
        return found.get(0);
    }

    /** The descriptor; empty when there is none. */
    Optional<Document> descriptor() throws IOException {
        byte[] content = files.get(DESCRIPTOR);
        if (content == null) {
            return Optional.empty();
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return Optional.of(factory.newDocumentBuilder().parse(new ByteArrayInputStream(content)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(DESCRIPTOR + " cannot be read", e);
        }
    }

    /** Texts of the descriptor's elements of this name, of whatever namespace. */
    List<String> described(String element) throws IOException {
        List<String> texts = new ArrayList<>();
        descriptor().ifPresent(document -> {
            var found = document.getElementsByTagNameNS("*", element);
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent().strip());
            }
        });
        return texts;
    }

    /** Everything that a class loader of the RAR would find: loose files, and what lies in its jars. */
    Stream<Map<String, byte[]>> places() {
        return Stream.concat(Stream.of(files), jars.values().stream());
    }

    private static Map<String, byte[]> unpacked(InputStream stream) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }
}
