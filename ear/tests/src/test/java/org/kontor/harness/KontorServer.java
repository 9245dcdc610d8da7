package org.kontor.harness;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Micro distribution as a process: started, asked, stopped or killed, and started again on the same data. */
public final class KontorServer implements AutoCloseable {

    /** The API key with all permissions that every server here is given. */
    public static final String API_KEY = "it-key-3f0c9a7d51e84b2aa6cf";
    /** The password of {@code admin} on every server here. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple 7";

    private static final Duration START = Duration.ofMinutes(4);
    /** What links in mails begin with: not the address of the tests, so that none is made of what a request says. */
    public static final String BASE_URL = "https://kontor.example";

    private static final Duration STOP = Duration.ofSeconds(90);

    private final Path folder;
    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Process process;

    private KontorServer(Path folder, int port, Map<String, String> more) {
        this.folder = folder;
        this.port = port;
        settings.put("kontor.http.port", Integer.toString(port));
        settings.put("kontor.data.dir", folder.resolve("data").toString());
        settings.put("kontor.admin.api-key", API_KEY);
        settings.put("kontor.admin.password", ADMIN_PASSWORD);
        settings.put("kontor.base-url", BASE_URL);
        settings.putAll(more);
    }

    /** The one that all test classes share; started at first need, stopped when the tests end. */
    public static KontorServer shared() {
        return Shared.SERVER;
    }

    /**
     * Starts one for a test of its own, on data as a {@linkplain FirstStart first start} leaves them, or on an empty folder when
     * the settings are of those that a first start writes down.
     *
     * @param settings what it is configured with beyond port, data folder, API key and password; an empty value takes a
     *     default of this class away
     */
    public static KontorServer start(Map<String, String> settings) {
        KontorServer server = prepare(settings);
        FirstStart.copyTo(server.data(), settings);
        server.start();
        return server;
    }

    /** On an empty data folder, and not yet running. */
    public static KontorServer prepare(Map<String, String> settings) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "kontor-it").toAbsolutePath());
            return new KontorServer(Files.createTempDirectory(parent, "server"), freePort(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Launches the process without waiting for anything. */
    public Process launch() {
        try {
            List<String> command = new ArrayList<>();
            command.add(distribution().resolve("bin").resolve("kontor").toString());
            settings.forEach((key, value) -> {
                if (!value.isEmpty()) {
                    command.add("-D" + key + "=" + value);
                }
            });
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
            // Such a server lives for minutes: what the second compiler and a collector with threads of its own do for
            // it would never pay.
            builder.environment().put("JAVA_OPTS", "-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it says that it is up. */
    public void start() {
        long already = console("Kontor is up:");
        launch();
        long deadline = System.nanoTime() + START.toNanos();
        while (console("Kontor is up:") == already) {
            if (!process.isAlive()) {
                throw new AssertionError("Kontor ended with code " + process.exitValue() + "\n" + text(console()));
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("Kontor was not up after " + START + "\n" + text(console()) + log());
            }
            pause();
        }
    }

    /** Asks it to end as an operator does (SIGTERM) and answers its exit code. */
    public int stop() {
        process.destroy();
        return exitCode();
    }

    /** The exit code, once it has ended by itself. */
    public int exitCode() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Kontor did not end within " + STOP + "\n" + text(console()) + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return process.exitValue();
    }

    /** As a power cut would: no chance to put anything down. The database server it brought survives. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Stops it and starts it again on the same data. */
    public void restart() {
        stop();
        start();
    }

    /** Whether the process runs. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Where it answers, without a slash at the end. */
    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** Its port. */
    public int port() {
        return port;
    }

    /** Its data folder. */
    public Path data() {
        return Path.of(settings.getOrDefault("kontor.data.dir", ""));
    }

    /** A REST client with all permissions. */
    public Api api() {
        return new Api(base(), API_KEY);
    }

    /** Signs the page in as {@code admin}, by the sign-in form, and sees that a page of Kontor opens. */
    public void signIn(Page page) {
        signIn(page, "admin", ADMIN_PASSWORD);
        page.locator("nav.k-nav").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Signs the page in by the sign-in form; where it then is, is the application's choice. */
    public void signIn(Page page, String user, String password) {
        page.navigate("/");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForLoadState();
    }

    /** What it printed, over all its starts. */
    public String printed() {
        return text(console());
    }

    /** Everything in its log files. */
    public String log() {
        StringBuilder all = new StringBuilder();
        Path logs = data().resolve("logs");
        if (Files.isDirectory(logs)) {
            try (Stream<Path> files = Files.list(logs)) {
                files.filter(file -> !file.toString().endsWith(".lck"))
                        .sorted()
                        .forEach(file -> all.append(text(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    /** Stops it if it still runs; if it will not end, ends it. */
    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }

    /** A TCP port that nobody holds at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The distribution under test; the build names it. */
    public static Path distribution() {
        return Path.of(System.getProperty("kontor.distribution", "../micro/target/kontor"))
                .toAbsolutePath()
                .normalize();
    }

    private Path console() {
        return folder.resolve("console.txt");
    }

    private long console(String line) {
        return text(console()).lines().filter(each -> each.startsWith(line)).count();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static final class Shared {
        private static final KontorServer SERVER = KontorServer.start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
