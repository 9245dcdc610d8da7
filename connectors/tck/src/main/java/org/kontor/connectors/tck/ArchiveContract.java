package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.support.LinePool;
import org.kontor.connectors.support.RemoteConnectionFactory;

/** What is in the RAR, as it will be deployed. The pom packs it before the tests run: see those that the archetype makes. */
public interface ArchiveContract {

    /** The class of the resource adapter. */
    Class<? extends ResourceAdapter> testee();

    /** The RAR; the one in {@code target} unless told otherwise. */
    default Path archive() throws IOException {
        return PackedRar.in(Path.of(System.getProperty("basedir", ""), "target"));
    }

    /** AR01: without it the server deploys an archive that does nothing. */
    @Test
    default void required_AR01_theDescriptorNamesTheAdapter() throws IOException {
        assertEquals(List.of(testee().getName()), PackedRar.read(archive()).described("resourceadapter-class"));
    }

    /** AR02: the older namespaces are read as another specification. */
    @Test
    default void required_AR02_theDescriptorIsOfJakartaConnectors() throws IOException {
        var root = PackedRar.read(archive())
                .descriptor()
                .orElseThrow(() -> new AssertionError("There is no META-INF/ra.xml in the RAR"))
                .getDocumentElement();
        assertEquals("https://jakarta.ee/xml/ns/jakartaee", root.getNamespaceURI());
        assertEquals("connector", root.getLocalName());
    }

    /**
     * AR03: types that both sides must share come from the server; a second copy of them, loose or in a jar, is another type.
     * A library is declared {@code provided} in the pom when it is one of these.
     */
    @Test
    default void required_AR03_noSharedClassIsInTheArchive() throws IOException {
        Pattern shared = Pattern.compile("(org/kontor/(spi|connectors/support)|jakarta)/.*\\.class");
        assertEquals(
                List.of(),
                PackedRar.read(archive())
                        .places()
                        .flatMap(place -> place.keySet().stream())
                        .filter(shared.asMatchPredicate())
                        .toList());
    }

    /** AR04: the rar packaging of Maven alone leaves them out. What is packed is what is tested, not what was compiled earlier. */
    @Test
    default void required_AR04_theModulesOwnClassesAreInTheArchive() throws IOException, URISyntaxException {
        Path classes = Path.of(
                testee().getProtectionDomain().getCodeSource().getLocation().toURI());
        assertTrue(Files.isDirectory(classes), () -> classes + " is no folder: test the classes of your own module");
        Map<String, byte[]> packed = new TreeMap<>();
        PackedRar.read(archive()).jars().values().forEach(packed::putAll);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                assertTrue(packed.containsKey(name), () -> name + " is in no jar of the RAR");
                assertArrayEquals(Files.readAllBytes(file), packed.get(name), name + " is another one in the RAR");
            }
        }
    }

    /** AR05: whoever passes the archive on must be able to tell under which terms. */
    @Test
    default void required_AR05_aLibraryInTheArchiveBringsItsLicence() throws IOException {
        Pattern licence = Pattern.compile("(?i)(META-INF/)?(licen[sc]es?|notice|copying)\\b.*");
        PackedRar rar = PackedRar.read(archive());
        List<String> without = new ArrayList<>();
        rar.jars().forEach((name, content) -> {
            boolean own = content.containsKey(testee().getName().replace('.', '/') + ".class");
            String beside = "META-INF/licenses/" + name.substring(name.lastIndexOf('/') + 1, name.length() - 4);
            if (!own
                    && content.keySet().stream().noneMatch(licence.asMatchPredicate())
                    && rar.files().keySet().stream().noneMatch(file -> file.startsWith(beside))) {
                without.add(name + ": put its licence into the RAR as " + beside + ".txt");
            }
        });
        assertEquals(List.of(), without);
    }

    /** AR06: what the descriptor says of lines is what a server can pool. Holds for a RAR without lines. */
    @Test
    default void required_AR06_linesInTheDescriptorCanBePooled() throws IOException {
        PackedRar rar = PackedRar.read(archive());
        for (String name : rar.described("managedconnectionfactory-class")) {
            Object one = assertDoesNotThrow(() -> factory(name), name + " must be public, with a public constructor");
            assertInstanceOf(RemoteConnectionFactory.class, one);
            assertEquals(assertDoesNotThrow(() -> factory(name)), one, "two of them open the same lines");
            assertEquals(Set.of(LinePool.class.getName()), Set.copyOf(rar.described("connectionfactory-interface")));
            assertEquals(List.of("NoTransaction"), rar.described("transaction-support"));
        }
    }

    private Object factory(String name) throws ReflectiveOperationException {
        return Class.forName(name, true, testee().getClassLoader())
                .getConstructor()
                .newInstance();
    }
}
