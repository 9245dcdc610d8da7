package org.kontor.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kontor.harness.KontorServer;

/** What is in the archives that ship. A library twice is two versions some day, and types that are not the same. */
class ArchivesIT {

    private static final Path EAR = Path.of(System.getProperty("kontor.ear", "../target/kontor.ear"));

    @Test
    void eachConnectorHoldsItsOwnClassesAndNoSpi() throws IOException {
        List<Path> connectors = endingWith(KontorServer.distribution().resolve("connectors"), ".rar");
        assertFalse(connectors.isEmpty());
        for (Path connector : connectors) {
            List<String> names = new ArrayList<>();
            for (String name : names(Files.readAllBytes(connector))) {
                if (name.endsWith(".jar")) {
                    names.addAll(names(entry(Files.readAllBytes(connector), name)));
                }
                names.add(name);
            }
            assertTrue(
                    names.stream().anyMatch(name -> name.startsWith("org/kontor/") && name.endsWith(".class")),
                    connector + " has no classes of its own");
            assertTrue(
                    names.stream().noneMatch(name -> name.startsWith("org/kontor/spi/")), connector + " holds the SPI");
            assertTrue(names.stream().noneMatch(name -> name.contains("kontor-spi")), connector + " holds the SPI");
        }
    }

    @Test
    void theEarHoldsEachLibraryOnceAndItsModulesAreSkinny() throws IOException {
        Map<String, List<String>> where = new HashMap<>();
        try (ZipFile ear = new ZipFile(EAR.toFile())) {
            for (ZipEntry each : ear.stream().toList()) {
                String name = each.getName();
                if (name.endsWith(".jar")) {
                    where.computeIfAbsent(simpleName(name), key -> new ArrayList<>())
                            .add(name);
                }
                if (name.endsWith(".war") || name.endsWith(".rar")) {
                    for (String inner : names(ear.getInputStream(each).readAllBytes())) {
                        if (inner.endsWith(".jar")) {
                            where.computeIfAbsent(simpleName(inner), key -> new ArrayList<>())
                                    .add(name + "!" + inner);
                        }
                    }
                }
            }
        }
        assertTrue(where.containsKey("kontor-spi.jar"), where.toString());
        assertTrue(where.containsKey("kontor-connector-support.jar"), where.toString());
        where.forEach((library, places) -> assertEquals(1, places.size(), library + " is at " + places));
        List<String> inWar = where.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(place -> place.contains(".war!")))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assertEquals(
                List.of("nimbus-jose-jwt.jar", "primefaces.jar", "qrcodegen.jar"),
                inWar,
                "a skinny WAR holds what pages alone need");
    }

    /** Without an order of its own the server starts connectors first, then the business, then the pages. */
    @Test
    void theEarAndTheDistributionHoldTheSameConnectorsAndTheEarSetsNoOrder() throws IOException {
        try (ZipFile ear = new ZipFile(EAR.toFile())) {
            String descriptor = new String(
                    ear.getInputStream(ear.getEntry("META-INF/application.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertFalse(descriptor.contains("initialize-in-order"), descriptor);
            List<String> connectors = ear.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".rar"))
                    .sorted()
                    .toList();
            assertTrue(connectors.contains("kontor-connector-csv-rev23.rar"), connectors.toString());
            connectors.forEach(name -> assertTrue(descriptor.contains("<connector>" + name), descriptor));
            assertEquals(
                    endingWith(KontorServer.distribution().resolve("connectors"), ".rar").stream()
                            .map(file -> file.getFileName().toString())
                            .toList(),
                    connectors);
        }
    }

    @Test
    void theDistributionHoldsTheSpiOnceAndEachLibraryOfTheApplicationOnce() throws IOException {
        Path lib = KontorServer.distribution().resolve("lib");
        List<String> ofWar = endingWith(lib.resolve("kontor").resolve("WEB-INF").resolve("lib"), ".jar").stream()
                .map(file -> simpleName(file.toString()))
                .toList();
        assertEquals(List.of("kontor-ejb.jar", "primefaces.jar"), ofWar, "what has beans or pages");
        for (Path shared : endingWith(lib.resolve("shared"), ".jar")) {
            String name = simpleName(shared.toString());
            assertFalse(ofWar.contains(name), name + " is in the WAR too");
        }
        assertTrue(Files.exists(lib.resolve("shared").resolve("kontor-spi.jar")));
    }

    /** The file name without folder and version: {@code lib/flyway-core-11.20.3.jar} is {@code flyway-core.jar}. */
    private static String simpleName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceFirst("-\\d[\\w.]*(-SNAPSHOT|-jakarta)*(?=\\.jar$)", "");
    }

    private static List<Path> endingWith(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry each = stream.getNextEntry(); each != null; each = stream.getNextEntry()) {
                names.add(each.getName());
            }
        }
        return names;
    }

    private static byte[] entry(byte[] archive, String name) throws IOException {
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry each = stream.getNextEntry(); each != null; each = stream.getNextEntry()) {
                if (each.getName().equals(name)) {
                    try (InputStream content = stream) {
                        return content.readAllBytes();
                    }
                }
            }
        }
        throw new AssertionError(name + " is not there");
    }
}
