package org.kontor.dropin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs {@link DropInAdapter} and {@link DropInLines} as its author would: a descriptor and a jar of its own classes. */
public final class DropInRar {

    private static final String DESCRIPTOR = """
            <?xml version="1.0" encoding="UTF-8"?>
            <connector xmlns="https://jakarta.ee/xml/ns/jakartaee" version="2.1">
                <display-name>Drop-in</display-name>
                <vendor-name>Somebody</vendor-name>
                <eis-type>File</eis-type>
                <resourceadapter-version>1.0.0</resourceadapter-version>
                <resourceadapter>
                    <resourceadapter-class>org.kontor.dropin.DropInAdapter</resourceadapter-class>
                    <outbound-resourceadapter>
                        <connection-definition>
                            <managedconnectionfactory-class>org.kontor.dropin.DropInLines</managedconnectionfactory-class>
                            <connectionfactory-interface>org.kontor.connectors.support.LinePool</connectionfactory-interface>
                            <connectionfactory-impl-class>org.kontor.connectors.support.LinePool</connectionfactory-impl-class>
                            <connection-interface>org.kontor.connectors.support.PooledConnection$Handle</connection-interface>
                            <connection-impl-class>org.kontor.connectors.support.PooledConnection$Handle</connection-impl-class>
                        </connection-definition>
                        <transaction-support>NoTransaction</transaction-support>
                        <reauthentication-support>false</reauthentication-support>
                    </outbound-resourceadapter>
                </resourceadapter>
            </connector>
            """;

    private DropInRar() {}

    /** Writes the archive. */
    public static void write(Path file) throws IOException {
        Path classes;
        try {
            classes = Path.of(DropInAdapter.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar);
                Stream<Path> files = Files.list(classes.resolve("org/kontor/dropin"))) {
            List<Path> own = files.filter(f -> f.getFileName().toString().matches("DropIn(Adapter|Lines)[.$].*"))
                    .sorted()
                    .toList();
            for (Path each : own) {
                add(zip, classes.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "META-INF/ra.xml", DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
            add(zip, "drop-in.jar", jar.toByteArray());
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
