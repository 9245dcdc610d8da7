package org.kontor.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A receiver that is written with the Standard Webhooks library of npm, in a process of its own ({@code npm-receiver/receiver.js}). */
final class NodeReceiver implements AutoCloseable {

    private final Process process;
    private final int port;

    /**
     * Starts it.
     *
     * @param folder where {@code npm ci} put the library beside the script
     * @param told takes customer and message of each delivery that the library verified
     * @param refused takes what it did not
     */
    NodeReceiver(Path folder, BiConsumer<String, String> told, Consumer<String> refused) throws IOException {
        process = new ProcessBuilder("node", "receiver.js")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String first = String.valueOf(lines.readLine());
        if (!first.startsWith("listening ")) {
            throw new IOException("node receiver.js in " + folder + " says: " + first);
        }
        port = Integer.parseInt(first.substring("listening ".length()));
        Thread reader = new Thread(
                () -> lines.lines().forEach(line -> {
                    String[] words = line.split(" ", 3);
                    if (words[0].equals("told") && words.length == 3) {
                        told.accept(words[1], words[2]);
                    } else {
                        refused.accept(line);
                    }
                }),
                "npm-receiver");
        reader.setDaemon(true);
        reader.start();
    }

    /** Where it listens on this machine. */
    int port() {
        return port;
    }

    /** With what it verifies from now on. */
    void secret(String secret) {
        try {
            Writer out = process.outputWriter(StandardCharsets.UTF_8);
            out.write(secret + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
