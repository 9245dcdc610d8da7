package org.kontor.launcher;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Loads what speaks to PostgreSQL, with its libraries, apart from everything else: on the launcher's own class path they
 * would hide the application's libraries of the same names.
 */
final class DatabaseLoader {

    private final Path home;

    DatabaseLoader(Path home) {
        this.home = home;
    }

    /** The database in the data folder, not yet started; it is {@link AutoCloseable} too. */
    Callable<Map<String, String>> embedded(Path data) throws IOException, ReflectiveOperationException {
        return make("EmbeddedDatabase", Path.class, data);
    }

    /** A question to the database of the operator. */
    Callable<Map<String, String>> probe(Map<String, String> settings) throws IOException, ReflectiveOperationException {
        return make("DatabaseProbe", Map.class, settings);
    }

    @SuppressWarnings("unchecked")
    private <T> Callable<Map<String, String>> make(String name, Class<T> parameter, T argument)
            throws IOException, ReflectiveOperationException {
        List<URL> urls = new ArrayList<>();
        urls.add(DatabaseLoader.class.getProtectionDomain().getCodeSource().getLocation());
        Path libraries = home.resolve("lib").resolve("postgres");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> jars = Files.list(libraries)) {
                for (Path jar : jars.sorted().toList()) {
                    urls.add(jar.toUri().toURL());
                }
            }
        }
        // Open as long as the process lives: the database is stopped through these classes.
        URLClassLoader loader =
                new URLClassLoader("database", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return (Callable<Map<String, String>>) loader.loadClass("org.kontor.launcher." + name)
                .getConstructor(parameter)
                .newInstance(argument);
    }
}
