package org.kontor.connectors.tck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A remote system for tests, on this machine, that can misbehave. What it answers when it behaves is a function of the
 * connector's test; a {@link Fault} is chosen by the kit.
 */
public final class StubServer implements AutoCloseable {

    /** Ways to misbehave. */
    public enum Fault {
        /** It behaves. */
        NONE,
        /** It does the work, and the connection breaks before the reply. */
        LOSE_REPLY,
        /** It does the work, and the reply does not come while anybody waits. */
        NEVER_ANSWER,
        /** It does the work and answers something that is no reply. */
        GARBAGE,
        /** It does the work and answers 500. */
        ANSWER_500,
        /** It does nothing and answers 429 with {@code Retry-After: 7}. */
        ANSWER_429,
        /** It does nothing and answers 401. */
        ANSWER_401
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stub-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Function<Request, Reply> behaviour;
    private volatile Trouble trouble = new Trouble(request -> true, Fault.NONE, Optional.empty());

    /** A server that answers like this. */
    public StubServer(Function<Request, Reply> behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Its address, without a slash at the end. */
    public URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** Misbehaves like this from now on. */
    public void misbehave(Fault how) {
        misbehave(how, request -> true);
    }

    /** Misbehaves like this from now on when a request is one of these; behaves with all others. */
    public void misbehave(Fault how, Predicate<Request> which) {
        trouble = new Trouble(which, how, Optional.empty());
    }

    /** From now on does nothing and answers this when a request is one of these; ends as {@link #misbehave} does. */
    public void answer(Predicate<Request> which, Function<Request, Reply> reply) {
        trouble = new Trouble(which, Fault.NONE, Optional.of(reply));
    }

    /** What has arrived, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Forgets what has arrived. */
    public void forgetRequests() {
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
        requests.add(request);
        Trouble now = trouble;
        boolean meant = now.which.test(request);
        if (meant && now.instead.isPresent()) {
            send(exchange, now.instead.get().apply(request));
            return;
        }
        Fault how = meant ? now.fault : Fault.NONE;
        if (how == Fault.ANSWER_429 || how == Fault.ANSWER_401) {
            if (how == Fault.ANSWER_429) {
                exchange.getResponseHeaders().add("Retry-After", "7");
            }
            send(exchange, new Reply(how == Fault.ANSWER_429 ? 429 : 401, "{}"));
            return;
        }
        Reply reply = behaviour.apply(request);
        switch (how) {
            case LOSE_REPLY -> exchange.close();
            case NEVER_ANSWER -> {
                waitUntilClosed();
                exchange.close();
            }
            case GARBAGE -> send(exchange, new Reply(200, "<html>\u0000 not what was agreed {"));
            case ANSWER_500 -> send(exchange, new Reply(500, "{\"error\":\"internal\"}"));
            default -> send(exchange, reply);
        }
    }

    private void waitUntilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(reply.isFile() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * What arrived.
     *
     * @param method of the request
     * @param uri path and query
     * @param headers by name in lower case
     * @param body as UTF-8 text
     */
    public record Request(String method, URI uri, Map<String, String> headers, String body) {

        /** A header; empty when it was not sent. */
        public String header(String name) {
            @Nullable String value = headers.get(name.toLowerCase(Locale.ROOT));
            return value == null ? "" : value;
        }
    }

    /**
     * What is answered.
     *
     * @param status HTTP status
     * @param body as UTF-8 text; may be empty; of a file one character for each byte
     * @param headers by name; {@code Content-Type: application/octet-stream} makes the body a file
     */
    public record Reply(int status, String body, Map<String, String> headers) {

        private static final Map<String, String> FILE = Map.of("Content-Type", "application/octet-stream");

        /** A file. */
        public static Reply file(byte[] bytes) {
            return new Reply(200, new String(bytes, StandardCharsets.ISO_8859_1), FILE);
        }

        /** Without headers. */
        public Reply(int status, String body) {
            this(status, body, Map.of());
        }

        private boolean isFile() {
            return headers.entrySet().containsAll(FILE.entrySet());
        }
    }

    private record Trouble(Predicate<Request> which, Fault fault, Optional<Function<Request, Reply>> instead) {}
}
