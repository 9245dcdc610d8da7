package org.kontor.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kontor.harness.KontorServer;

/**
 * A Payara Server with a domain of its own on free ports, configured as an operator does it, and a PostgreSQL for it. One
 * for all tests, stopped when they end.
 */
final class PayaraServer {

    private static final String DOMAIN = "kontor";
    /** What {@code create-domain --portbase} adds to the base for each of its listeners. */
    private static final int[] LISTENERS = {9, 37, 38, 39, 48, 66, 76, 80, 81, 86};

    private static boolean started;

    private PayaraServer() {}

    /** Starts it unless it runs. */
    static synchronized void ensureStarted() {
        if (started) {
            return;
        }
        started = true;
        try {
            start();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("Payara Server did not start", e);
        }
    }

    /** Where the application answers. */
    static URI base() {
        return URI.create("http://localhost:" + System.getProperty("kontor.it.http-port"));
    }

    /**
     * Runs a command of the operator and answers what it says.
     *
     * @throws IllegalStateException with what it says, when it failed
     */
    static String asadmin(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--port", System.getProperty("kontor.it.admin-port")));
        all.addAll(List.of(arguments));
        return asadmin(home(), all.toArray(String[]::new));
    }

    /** Puts libraries where every application of the domain sees them, and restarts it. */
    static void addLibraries(Map<String, byte[]> jars) throws IOException {
        Path lib = home().resolve("glassfish/domains").resolve(DOMAIN).resolve("lib");
        for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
            Files.write(lib.resolve(jar.getKey()), jar.getValue());
        }
        asadmin(home(), "restart-domain", DOMAIN);
    }

    private static Path home() {
        return Path.of(System.getProperty("kontor.it.payara", "target/payara6")).toAbsolutePath();
    }

    private static void start() throws IOException, SQLException {
        Path home = home();
        System.setProperty("kontor.it.payara", home.toString());
        deleteDomain(home.resolve("glassfish").resolve("domains").resolve(DOMAIN));
        int base = freeBase();
        String adminPort = Integer.toString(base + 48);
        System.setProperty("kontor.it.admin-port", adminPort);
        System.setProperty("kontor.it.http-port", Integer.toString(base + 80));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database kontor");
        }
        asadmin(home, "create-domain", "--nopassword", "--portbase", Integer.toString(base), DOMAIN);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> asadmin(home, "stop-domain", "--kill", DOMAIN)));
        compileOnce(home.resolve("glassfish/domains").resolve(DOMAIN).resolve("config/domain.xml"));
        asadmin(home, "start-domain", DOMAIN);
        Map<String, String> settings = Map.of(
                "kontor.db.url",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/kontor",
                "kontor.db.user",
                "postgres",
                "kontor.db.pool.max",
                "40",
                "kontor.data.dir",
                home.resolve("kontor-data").toString(),
                "kontor.admin.password",
                KontorServer.ADMIN_PASSWORD,
                "kontor.admin.api-key",
                KontorServer.API_KEY);
        // In one run: starting the tool takes longer than what it does.
        Path commands = Files.write(
                home.resolve("kontor-settings.txt"),
                settings.entrySet().stream()
                        .map(setting -> "set-config-property --source=domain --propertyName=" + setting.getKey()
                                + " \"--propertyValue=" + setting.getValue() + "\"")
                        .toList());
        asadmin(home, "--port", adminPort, "multimode", "--file", commands.toString());
    }

    /** The server lives for minutes: what the second compiler does for it would never pay. */
    private static void compileOnce(Path domain) throws IOException {
        String heap = "<jvm-options>-Xmx512m</jvm-options>";
        String xml = Files.readString(domain);
        if (!xml.contains(heap)) {
            throw new IllegalStateException(domain + " has no " + heap);
        }
        Files.writeString(
                domain,
                xml.replace(
                        heap,
                        "<jvm-options>-Xmx768m</jvm-options><jvm-options>-XX:+UseSerialGC</jvm-options><jvm-options>-XX:TieredStopAtLevel=1</jvm-options>"));
    }

    private static String asadmin(Path home, String... arguments) {
        try {
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + "/bin/java");
            command.add("-jar");
            command.add(home.resolve("glassfish/lib/client/appserver-cli.jar").toString());
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("AS_JAVA", System.getProperty("java.home"));
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("asadmin " + arguments[0] + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freeBase() {
        SecureRandom random = new SecureRandom();
        return IntStream.generate(() -> 20_000 + 100 * random.nextInt(120))
                .limit(100)
                .filter(base -> IntStream.of(LISTENERS).allMatch(offset -> free(base + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void deleteDomain(Path domain) throws IOException {
        if (Files.exists(domain)) {
            try (Stream<Path> files = Files.walk(domain)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
