package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * What will be in the RAR, as far as it can be told before it is packed: the module's own classes and its descriptor. Tests run
 * before the archive is packed, so none of these rules looks into it.
 */
public interface ArchiveContract {

    /** The class of the resource adapter. */
    Class<? extends ResourceAdapter> testee();

    /** Where the descriptor is; as Maven has it unless told otherwise. */
    default Path descriptor() {
        return Path.of(System.getProperty("basedir", ""), "src", "main", "rar", "META-INF", "ra.xml");
    }

    /** AR01: without it the server deploys an archive that does nothing. */
    @Test
    default void required_AR01_theDescriptorNamesTheAdapter() throws IOException {
        assertEquals(
                testee().getName(),
                parse(descriptor())
                        .getElementsByTagNameNS("*", "resourceadapter-class")
                        .item(0)
                        .getTextContent()
                        .strip());
    }

    /** AR02: the older namespaces are read as another specification. */
    @Test
    default void required_AR02_theDescriptorIsOfJakartaConnectors() throws IOException {
        var root = parse(descriptor()).getDocumentElement();
        assertEquals("https://jakarta.ee/xml/ns/jakartaee", root.getNamespaceURI());
        assertEquals("connector", root.getLocalName());
    }

    /**
     * AR03: types that both sides must share come from the server; a second copy of them is another type. Of the module's own
     * classes: which libraries are packed beside them, {@code unzip -l} shows.
     */
    @Test
    default void required_AR03_theModuleHasNoCopyOfSharedClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(
                testee().getProtectionDomain().getCodeSource().getLocation().toURI());
        assertTrue(Files.isDirectory(classes), () -> classes + " is no folder: test the classes of your own module");
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> shared = files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.startsWith("org/kontor/spi/")
                            || file.startsWith("org/kontor/connectors/support/")
                            || file.startsWith("jakarta/"))
                    .toList();
            assertEquals(List.of(), shared);
        }
    }

    private static Document parse(Path descriptor) throws IOException {
        assertTrue(Files.isRegularFile(descriptor), () -> "There is no " + descriptor.toAbsolutePath());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        assertDoesNotThrow(() -> factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true));
        try {
            return factory.newDocumentBuilder().parse(descriptor.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(descriptor + " cannot be read", e);
        }
    }
}
