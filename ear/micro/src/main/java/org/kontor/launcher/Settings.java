package org.kontor.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.kontor.launcher.CannotStart.Obstacle;

/**
 * The settings of this start. A system property wins over an environment variable, and that over the file
 * {@code conf/kontor.properties} (or the one that {@code kontor.config} names).
 */
final class Settings {

    private final Properties system;
    private final Map<String, String> environment;
    private final Properties file;

    Settings(Properties system, Map<String, String> environment, Properties file) {
        this.system = system;
        this.environment = environment;
        this.file = file;
    }

    /**
     * Takes {@code -Dkey=value} arguments into the system properties and reads the file.
     *
     * @throws CannotStart when an argument is of another form, or the file cannot be read
     */
    static Settings of(String[] arguments, Path home, Properties system, Map<String, String> environment)
            throws CannotStart {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("-D") || equals < 3) {
                throw new CannotStart(
                        Obstacle.SETTING,
                        "Write settings as -Dkey=value, for example -Dkontor.http.port=9090; \"" + argument
                                + "\" is not understood.");
            }
            String value = argument.substring(equals + 1);
            // A blank value must not hide what the environment or the file say.
            if (!value.isBlank()) {
                system.setProperty(argument.substring(2, equals), value);
            }
        }
        Settings withoutFile = new Settings(system, environment, new Properties());
        Optional<Path> named = withoutFile.get("kontor.config").map(Path::of);
        Path path = named.orElse(home.resolve("conf").resolve("kontor.properties"));
        Properties file = new Properties();
        if (named.isPresent() || Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotStart(Obstacle.SETTING, "Make the settings file " + path + " readable: " + e + ".");
            }
        }
        return new Settings(system, environment, file);
    }

    /** The value of a key; blank counts as not set. */
    Optional<String> get(String key) {
        String value = system.getProperty(key);
        if (value == null) {
            value = environment.get(environmentName(key));
        }
        if (value == null) {
            value = file.getProperty(key);
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A port number, 1 to 65535. */
    int port(String key, int otherwise) throws CannotStart {
        Optional<String> text = get(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,5}")) {
            int port = Integer.parseInt(text.get());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new CannotStart(
                Obstacle.SETTING, "Set " + key + " to a number from 1 to 65535; it is \"" + text.get() + "\".");
    }

    /**
     * Makes the file's values known to the application, which reads system properties and the environment by itself. A key
     * that the environment sets is left to it.
     */
    void publishFile() {
        for (String key : file.stringPropertyNames()) {
            if (system.getProperty(key) == null && !environment.containsKey(environmentName(key))) {
                system.setProperty(key, file.getProperty(key).strip());
            }
        }
    }

    /** The environment variable of a key, as MicroProfile Config maps it: {@code kontor.http.port} is {@code KONTOR_HTTP_PORT}. */
    static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
