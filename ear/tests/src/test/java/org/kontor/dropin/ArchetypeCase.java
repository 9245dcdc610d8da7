package org.kontor.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A project made from the archetype is built outside of this one, holds the contracts and has what its capability needs alone. */
abstract class ArchetypeCase {

    /** Capabilities with the name of the class that each begins with. */
    static final Map<String, String> CLASSES = new TreeMap<>(Map.of(
            "import-format", "Layout",
            "accounting", "Books",
            "vault", "Vault",
            "messages", "Channel",
            "signatures", "Signatures",
            "tickets", "Tickets",
            "profile-watch", "Watch"));

    @Test
    void aProjectForEachCapabilityIsBuiltAndItsContractsHold() throws IOException {
        List<String> capabilities = List.copyOf(CLASSES.keySet());
        List<Path> projects = NewConnectors.projects(capabilities);
        for (int i = 0; i < capabilities.size(); i++) {
            String capability = capabilities.get(i);
            String own = "Acme" + CLASSES.get(capability);
            List<String> sources = names(projects.get(i).resolve("src"));
            List<String> expected = capability.equals("import-format")
                    ? List.of("AcmeAdapter.java", "AcmeConnectorTest.java", own + ".java", own + "Test.java", "ra.xml")
                    : Stream.of(
                                    "AcmeAdapter.java",
                                    "AcmeClient.java",
                                    "AcmeConnector.java",
                                    "AcmeConnectorTest.java",
                                    "AcmeSettingsTest.java",
                                    "Json.java",
                                    "RemoteBase.java",
                                    own + ".java",
                                    own + "Test.java",
                                    "Remote" + CLASSES.get(capability) + ".java",
                                    "ra.xml")
                            .sorted()
                            .toList();
            assertEquals(expected, sources, capability);
            assertEquals(List.of(), undecided(projects.get(i)), capability + ": what the archetype did not fill in");
            assertEquals(
                    List.of("META-INF/ra.xml", "new-" + capability + "-" + NewConnectors.VERSION + ".jar"),
                    entries(NewConnectors.rar(capability)));
            assertTrue(
                    names(projects.get(i).resolve("target/surefire-reports"))
                            .contains("TEST-org.example.acme." + own + "Test.xml"),
                    capability + ": its contract was not run");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Sources in which something of the template is left. */
    private static List<Path> undecided(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            List<Path> found = new java.util.ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).matches("(?s).*([$][{]|#if|#end|#else).*")) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private static List<String> entries(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.equals("META-INF/MANIFEST.MF") && !name.startsWith("META-INF/maven/"))
                    .sorted()
                    .toList();
        }
    }
}
