package org.kontor.connectors.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs RARs, in memory but for the last step. */
public final class Rars {

    private Rars() {}

    /** A RAR with this descriptor of the test resources, and the classes of this module's tests; as it should be. */
    public static Path of(String descriptor) throws IOException {
        return pack(files(descriptor));
    }

    /** What lies in {@link #of}; to be changed. */
    static Map<String, byte[]> files(String descriptor) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("META-INF/ra.xml", Files.readAllBytes(Path.of("src/test/resources", descriptor)));
        files.put("own.jar", zip(own()));
        return files;
    }

    /** The classes of this module's tests. */
    static Map<String, byte[]> own() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try {
            Path folder = Path.of(Rars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return classes;
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    static Path pack(Map<String, byte[]> files) throws IOException {
        Path rar = Files.createTempFile("kit", ".rar");
        rar.toFile().deleteOnExit();
        return Files.write(rar, zip(files));
    }
}
