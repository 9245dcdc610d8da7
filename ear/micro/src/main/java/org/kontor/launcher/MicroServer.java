package org.kontor.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.kontor.launcher.CannotStart.Obstacle;

/** Payara Micro in this process, with the connectors and the application of the distribution on it. */
final class MicroServer {

    private static final System.Logger LOG = System.getLogger(MicroServer.class.getName());
    private static final int LOOK_EVERY_SECONDS = 2;

    /** Tells the application that connectors are still to come: until then it is not ready, and no job runs. */
    private static final String CONNECTORS_START = "kontor.connectors.starting";

    private final PayaraMicroRuntime runtime;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private MicroServer(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Boots the server, then deploys the application and the connectors, in this order: people can sign in and read while the
     * connectors start, and jobs wait for them. Ready it is when all are. One that does not
     * start is told and left out; the rest of Kontor is of use without.
     *
     * @param data the data folder, whose folder {@code connectors} takes connectors of others
     * @param temporary a folder for this start alone
     * @throws CannotStart when the server or the application does not start, with the reason
     */
    static MicroServer start(
            Path home, Path data, Path temporary, int port, Path loggingProperties, PrintStream console)
            throws CannotStart, IOException {
        Path root = ownRoot(home.resolve("lib").resolve("payara"), temporary.resolve("payara"));
        // Between the opening of the port and the application's own checks, "ready" is no.
        System.setProperty("mp.health.default.readiness.empty.response", "DOWN");
        System.setProperty("mp.health.default.startup.empty.response", "DOWN");
        // What ships is checked when it is built: its references to resources need no second look at each start.
        System.setProperty("deployment.resource.validation", "false");
        try {
            PayaraMicroRuntime runtime = boot(List.of(
                    "--rootdir",
                    root.toString(),
                    "--port",
                    Integer.toString(port),
                    // No data grid: it would open a port to the network, and what must outlive this process is in the
                    // database.
                    "--nohazelcast",
                    "--disablephonehome",
                    "--logproperties",
                    loggingProperties.toString()));
            MicroServer server = new MicroServer(runtime);
            System.setProperty(CONNECTORS_START, "true");
            server.deploy(home.resolve("lib").resolve("kontor"), "/");
            for (Path connector : filesIn(home.resolve("connectors"), ".rar")) {
                try {
                    server.deploy(connector, "");
                } catch (CannotStart e) {
                    console.println("The connector " + connector.getFileName() + " did not start and is left out: "
                            + e.getMessage());
                }
            }
            DropIn dropIn = server.dropIn(home, data);
            dropIn.atStart();
            System.clearProperty(CONNECTORS_START);
            server.watch(dropIn);
            return server;
        } catch (ReflectiveOperationException e) {
            throw new CannotStart(Obstacle.APPLICATION, "Payara Micro did not start: " + FailureReason.of(e) + ".");
        }
    }

    /**
     * As {@code java -jar payara-micro.jar} does it: the public interface lacks half of the options, and sets up less.
     */
    private static PayaraMicroRuntime boot(List<String> options) throws ReflectiveOperationException {
        PayaraMicro.getInstance();
        Class<?> implementation =
                Thread.currentThread().getContextClassLoader().loadClass("fish.payara.micro.impl.PayaraMicroImpl");
        PayaraMicroBoot boot = (PayaraMicroBoot)
                implementation.getMethod("create", String[].class).invoke(null, (Object)
                        options.toArray(String[]::new));
        return boot.getRuntime();
    }

    /**
     * The server's own files without its libraries. It writes among them, and the distribution may be read-only.
     */
    private static Path ownRoot(Path payara, Path root) throws IOException {
        Path libraries = payara.resolve("runtime");
        try (Stream<Path> files = Files.walk(payara)) {
            for (Path file : files.filter(f -> !f.startsWith(libraries)).toList()) {
                Path copy = root.resolve(payara.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        System.setProperty(
                "fish.payara.micro.BootJar",
                payara.resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", payara.toString());
        return root;
    }

    private void deploy(Path archive, String contextRoot) throws CannotStart {
        String file = String.valueOf(archive.getFileName());
        String name = file.endsWith(".rar") ? file.substring(0, file.length() - 4) : file;
        Logger root = Logger.getLogger("");
        FailureReason reason = new FailureReason();
        root.addHandler(reason);
        try {
            boolean deployed = contextRoot.isEmpty()
                    ? runtime.deploy(archive.toFile())
                    : runtime.deploy(name, contextRoot, archive.toFile());
            if (!deployed || !runtime.getDeployedApplicationNames().contains(name)) {
                throw new CannotStart(Obstacle.APPLICATION, reason.line().orElse(file + " was not deployed."));
            }
        } finally {
            root.removeHandler(reason);
        }
    }

    private DropIn dropIn(Path home, Path data) throws IOException {
        Set<String> bundled = new HashSet<>(Set.of("kontor"));
        filesIn(home.resolve("connectors"), ".rar").forEach(file -> bundled.add(DropIn.name(file)));
        DropIn.Archives archives = new DropIn.Archives() {
            @Override
            public void deploy(Path archive) throws CannotStart {
                MicroServer.this.deploy(archive, "");
            }

            @Override
            public void undeploy(String name) {
                runtime.undeploy(name);
            }
        };
        return new DropIn(data.resolve("connectors"), archives, bundled);
    }

    private void watch(DropIn dropIn) {
        Thread watcher = new Thread(
                () -> {
                    while (!ended()) {
                        try {
                            dropIn.look();
                        } catch (IOException | RuntimeException e) {
                            LOG.log(Level.WARNING, "The folder for connectors cannot be looked at", e);
                        }
                    }
                },
                "connector-folder");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Pauses; answers whether the server is about to stop. */
    private boolean ended() {
        try {
            return stopped.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops the application, which finishes or puts down its work, and the server. */
    void stop() throws BootstrapException {
        stopped.countDown();
        runtime.shutdown();
    }

    static List<Path> filesIn(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
