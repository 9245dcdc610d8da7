package org.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server process and a client of it. */
final class Server implements AutoCloseable {

    /** Of the user {@code admin}. */
    static final String ADMIN_PASSWORD = "Correct horse battery staple 7";

    private static final String KEY = "bench-key-5d1a0c7be94f4d02";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final URI base;
    private final Path log;
    private final String probe;
    private final long began;
    private double secondsToFirstAnswer;
    private double secondsToReady;

    private Server(ProcessBuilder builder, Path log, int port, String probe) throws IOException {
        base = URI.create("http://localhost:" + port);
        this.log = log;
        this.probe = probe;
        began = System.nanoTime();
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Waits until it answers. */
    Server answering() throws IOException, InterruptedException {
        while (!answers(probe)) {
            check();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        secondsToFirstAnswer = (double) (System.nanoTime() - began) / 1e9;
        return this;
    }

    /** Waits until all connectors are there, too. */
    private Server ready() throws IOException, InterruptedException {
        while (!answers("/health/ready")) {
            check();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        secondsToReady = (double) (System.nanoTime() - began) / 1e9;
        return this;
    }

    /** Throws what the server wrote if it has ended by itself. */
    void check() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended: " + Files.readString(log));
        }
    }

    /** Kontor on this database with half a gigabyte of heap, when it answers. */
    static Server kontor(Path distribution, Path work, String dbUrl) throws IOException, InterruptedException {
        return starting(distribution, work, dbUrl).answering().ready();
    }

    /** The same, before it answers: it has its work to go on with by then. */
    static Server starting(Path distribution, Path work, String dbUrl) throws IOException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(distribution.resolve("bin/kontor").toString());
        builder.environment()
                .putAll(Map.of(
                        "KONTOR_HTTP_PORT",
                        Integer.toString(port),
                        "KONTOR_DATA_DIR",
                        work.resolve("data").toString(),
                        "KONTOR_CACHE_DIR",
                        work.resolve("cache").toString(),
                        "KONTOR_DB_URL",
                        dbUrl,
                        "KONTOR_DB_USER",
                        "postgres",
                        "KONTOR_DB_PASSWORD",
                        "postgres",
                        "KONTOR_ADMIN_API_KEY",
                        KEY,
                        "KONTOR_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "JAVA_OPTS",
                        "-Xmx512m"));
        // One caller asks as many together would.
        builder.environment().putAll(Map.of("KONTOR_HTTP_RATE_KEY", "0", "KONTOR_HTTP_RATE_ADDRESS", "0"));
        return new Server(builder, work.resolve("kontor.log"), port, "/api/v1/customers?limit=1");
    }

    /** The same Payara Micro with this WAR alone. */
    static Server empty(Path micro, Path war, Path work) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-jar",
                micro.toString(),
                "--nocluster",
                "--port",
                Integer.toString(port),
                "--deploy",
                war.toString(),
                "--contextroot",
                "/");
        return new Server(builder, work.resolve("empty.log"), port, "/index.html").answering();
    }

    double secondsToReady() {
        return secondsToReady;
    }

    double secondsToFirstAnswer() {
        return secondsToFirstAnswer;
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** The answer to a POST of JSON that makes something. */
    String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Many callers of this server. */
    Connections connections() {
        return new Connections(base.getPort(), KEY);
    }

    /** Somebody who looks at pages of this server. */
    Browsing browsing() {
        return new Browsing(base);
    }

    /** The process. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Writes the answer to a file; gives the seconds until its last byte. */
    double download(String path, Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<Path> response = CLIENT.send(request(path).GET().build(), BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return (double) (System.nanoTime() - began) / 1e9;
    }

    /** Uploads a file to {@code /api/v1/imports} with these query parameters; answers the path of the import. */
    String upload(Path file, String query) throws IOException, InterruptedException {
        String boundary = "----kontor-bench";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = request("/api/v1/imports" + query)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofInputStream(() -> joined(head, file, tail)))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new IllegalStateException("Upload answered " + response.statusCode() + ": " + response.body());
        }
        return "/api/v1/imports/" + number(response.body(), "id");
    }

    private static InputStream joined(byte[] head, Path file, byte[] tail) {
        try {
            return new SequenceInputStream(Collections.enumeration(List.of(
                    new java.io.ByteArrayInputStream(head),
                    Files.newInputStream(file),
                    new java.io.ByteArrayInputStream(tail))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Heap in use after a full collection, in MB. */
    long heapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder("jcmd", Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String out = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = tool.waitFor();
        return exit == 0 ? out : "";
    }

    static long number(String json, String field) {
        Matcher value = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("No " + field + " in " + json);
        }
        return Long.parseLong(value.group(1));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + KEY);
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return CLIENT.send(request(path).GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
