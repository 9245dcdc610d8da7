package org.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A database server that outlived the launcher that started it. */
record LeftOverServer(ProcessHandle process) {

    private static final long PATIENCE_SECONDS = 60;

    /**
     * The server that the cluster's {@code postmaster.pid} names.
     *
     * @param programs where this data folder's PostgreSQL programs lie: a process with that number that runs another
     *     program is somebody else, and its number there is a leaving of the time before the machine restarted
     */
    static Optional<LeftOverServer> of(Path cluster, Path programs) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<LeftOverServer> server = Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(number -> number.matches("\\d{1,18}"))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                .filter(process -> process.isAlive() && runsFrom(process, programs))
                .map(LeftOverServer::new);
        if (server.isEmpty()) {
            // PostgreSQL would refuse to start while any process has that number.
            Files.delete(file);
        }
        return server;
    }

    private static boolean runsFrom(ProcessHandle process, Path programs) {
        String folder = programs.toAbsolutePath().normalize().toString();
        return process.info()
                .command()
                .filter(command -> command.startsWith(folder))
                .isPresent();
    }

    /** Asks it to end; its clients are gone, so it does at once. Recovery at the next start covers the rest. */
    void stop() {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
