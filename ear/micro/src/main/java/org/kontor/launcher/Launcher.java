package org.kontor.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.kontor.launcher.CannotStart.Obstacle;

/** The program behind {@code bin/kontor}: starts Kontor, says where it is, and stays until it is asked to end. */
public final class Launcher {

    private static final int DEFAULT_PORT = 8080;
    private static final int UNEXPECTED = 1;

    private final Path home;
    private final PrintStream console;
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile @Nullable AutoCloseable database;
    private volatile boolean up;

    Launcher(Path home, PrintStream console) {
        this.home = home;
        this.console = console;
    }

    /**
     * Starts Kontor and returns by ending the process: 0 when it was asked to end, another code with one line on the
     * standard error stream when it did not start.
     *
     * @param arguments settings of the form {@code -Dkey=value}
     */
    public static void main(String[] arguments) {
        PrintStream console = System.out;
        PrintStream errors = System.err;
        int code;
        try {
            new Launcher(home(), console).run(arguments);
            code = 0;
        } catch (CannotStart e) {
            errors.println("Kontor did not start. " + e.getMessage());
            code = e.exitCode();
        } catch (Exception | LinkageError e) {
            errors.println("Kontor did not start. " + FailureReason.of(e));
            System.getLogger(Launcher.class.getName()).log(System.Logger.Level.ERROR, "Start failed", e);
            code = UNEXPECTED;
        }
        console.flush();
        errors.flush();
        // Everything is stopped in order by now; the libraries' own hooks would stop it once more.
        Runtime.getRuntime().halt(code);
    }

    private void run(String[] arguments) throws Exception {
        Settings settings = Settings.of(arguments, home, System.getProperties(), System.getenv());
        int port = settings.port("kontor.http.port", DEFAULT_PORT);
        Path data = Path.of(settings.get("kontor.data.dir")
                        .or(() -> settings.get("kontor.data.default"))
                        .orElse(home.resolve("data").toString()))
                .toAbsolutePath()
                .normalize();
        requireFreePort(port);
        try (DataFolder folder = DataFolder.open(data)) {
            Signals.onEnd(this::endAsked);
            if (settings.get("kontor.end-with-parent").isPresent()) {
                // A Maven that is asked to end does not pass it on.
                ProcessHandle.current().parent().ifPresent(this::endWith);
            }
            settings.publishFile();
            System.setProperty("kontor.data.dir", data.toString());
            Path temporary = folder.emptyTemporaryFolder();
            System.setProperty("java.io.tmpdir", temporary.toString());
            FirstPassword.expect(folder);
            Path logging = prepareLogging(folder);
            console.println("Kontor is starting ...");
            JavaCommands.compileQuickly(home.resolve("conf").resolve("compiler.json"));
            try {
                String where = startDatabase(settings, data);
                MicroServer server = MicroServer.start(home, data, temporary, port, logging, console);
                up = true;
                JavaCommands.compileWell();
                FirstPassword.print(console, port, where, folder);
                asked.await();
                console.println("Kontor is stopping ...");
                LoadedClasses.keep();
                server.stop();
            } finally {
                stopDatabase();
            }
            console.println("Kontor has stopped.");
        }
    }

    private void endWith(ProcessHandle parent) {
        Thread watcher = new Thread(
                () -> {
                    parent.onExit().join();
                    endAsked();
                },
                "parent-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void endAsked() {
        if (up) {
            asked.countDown();
            return;
        }
        // Still starting: nothing runs yet that would have to finish, and the database takes care of its own.
        stopDatabase();
        console.println("Kontor was stopped while it started.");
        console.flush();
        Runtime.getRuntime().halt(0);
    }

    private String startDatabase(Settings settings, Path data) throws CannotStart {
        Optional<String> url = settings.get("kontor.db.url");
        DatabaseLoader loader = new DatabaseLoader(home);
        if (url.isPresent()) {
            Map<String, String> values = new HashMap<>();
            for (String key : new String[] {"kontor.db.url", "kontor.db.user", "kontor.db.password"}) {
                settings.get(key).ifPresent(value -> values.put(key, value));
            }
            String shown = url.get().replaceAll("(?i)(password=)[^&]*", "$1***");
            try {
                loader.probe(values).call();
            } catch (Exception e) {
                throw new CannotStart(
                        Obstacle.DATABASE,
                        "Start the database, or correct kontor.db.url, kontor.db.user and kontor.db.password. " + shown
                                + " answers: " + FailureReason.of(e));
            }
            return shown;
        }
        try {
            Callable<Map<String, String>> embedded = loader.embedded(data);
            database = (AutoCloseable) embedded;
            embedded.call().forEach(System::setProperty);
            return data.toString();
        } catch (Exception e) {
            System.getLogger(Launcher.class.getName())
                    .log(System.Logger.Level.ERROR, "The embedded PostgreSQL did not start", e);
            throw new CannotStart(
                    Obstacle.DATABASE,
                    "The PostgreSQL in " + data + " did not start; its log in " + data.resolve("logs") + " says why: "
                            + FailureReason.of(e));
        }
    }

    private void stopDatabase() {
        AutoCloseable running = database;
        database = null;
        if (running != null) {
            try {
                running.close();
            } catch (Exception e) {
                System.getLogger(Launcher.class.getName())
                        .log(System.Logger.Level.WARNING, "The embedded PostgreSQL did not stop", e);
            }
        }
    }

    private Path prepareLogging(DataFolder folder) throws IOException {
        String template = Files.readString(home.resolve("conf").resolve("logging.properties"), StandardCharsets.UTF_8);
        String logs = folder.logs().toString().replace("\\", "/").replace("%", "%%");
        Path file = folder.path().resolve("tmp").resolve("logging.properties");
        Files.writeString(file, template.replace("${logs}", logs));
        try (InputStream stream = Files.newInputStream(file)) {
            LogManager.getLogManager().readConfiguration(stream);
        }
        PrintStream rest = new PrintStream(
                Files.newOutputStream(folder.logs().resolve("console.log")), true, StandardCharsets.UTF_8);
        System.setOut(rest);
        System.setErr(rest);
        return file;
    }

    private static void requireFreePort(int port) throws CannotStart {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            throw new CannotStart(
                    Obstacle.PORT_TAKEN,
                    "Free port " + port + ", or choose another one, for example -Dkontor.http.port=" + (port + 1) + ": "
                            + e.getMessage() + ".");
        } catch (IOException e) {
            throw new CannotStart(Obstacle.PORT_TAKEN, "Port " + port + " cannot be opened: " + e.getMessage() + ".");
        }
    }

    private static Path home() throws URISyntaxException {
        String given = System.getProperty("kontor.home");
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        Path jar = Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path lib = jar.toAbsolutePath().getParent();
        Path folder = lib == null ? null : lib.getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }
}
