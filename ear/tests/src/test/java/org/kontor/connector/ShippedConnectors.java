package org.kontor.connector;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.kontor.harness.KontorServer;
import org.kontor.spi.Connector;

/** The connectors in the finished distribution, each out of its RAR, in a registry, without a server. */
public final class ShippedConnectors {

    private static final Pattern ADAPTER = Pattern.compile("<resourceadapter-class>([^<]+)<");

    private ShippedConnectors() {}

    /** A registry with all of them. */
    public static ConnectorRegistry registry() throws IOException {
        List<ConnectorDirectory.Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(KontorServer.distribution().resolve("connectors"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".rar"))
                    .sorted()
                    .toList()) {
                Connector connector = connector(file);
                entries.add(new ConnectorDirectory.Entry(connector.id(), Optional.of(connector)));
            }
        }
        ConnectorRegistry registry = new ConnectorRegistry();
        registry.directory = new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return entries;
            }
        };
        return registry;
    }

    private static Connector connector(Path rar) throws IOException {
        try (ZipFile archive = new ZipFile(rar.toFile())) {
            String descriptor = new String(
                    archive.getInputStream(archive.getEntry("META-INF/ra.xml")).readAllBytes());
            Matcher adapter = ADAPTER.matcher(descriptor);
            if (!adapter.find()) {
                throw new IOException(rar + " names no adapter");
            }
            List<URL> jars = new ArrayList<>();
            for (ZipEntry entry : archive.stream()
                    .filter(each -> each.getName().endsWith(".jar"))
                    .toList()) {
                Path jar = Files.createTempFile("connector", ".jar");
                jar.toFile().deleteOnExit();
                try (InputStream content = archive.getInputStream(entry)) {
                    Files.copy(content, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                jars.add(jar.toUri().toURL());
            }
            // Stays open: the connector loads its classes when it needs them.
            ClassLoader own = new URLClassLoader(jars.toArray(URL[]::new), ShippedConnectors.class.getClassLoader());
            Object made =
                    own.loadClass(adapter.group(1).strip()).getConstructor().newInstance();
            Method connector = made.getClass().getDeclaredMethod("connector");
            connector.setAccessible(true);
            return (Connector) connector.invoke(made);
        } catch (ReflectiveOperationException e) {
            throw new IOException(rar + " has no adapter that works", e);
        }
    }
}
