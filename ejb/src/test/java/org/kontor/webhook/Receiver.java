package org.kontor.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** An endpoint that takes what is sent and answers as told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicReference<Reply> reply = new AtomicReference<>(new Reply(200, "ok", ""));

    /** What was sent. */
    record Message(HttpHeaders headers, String body) {

        String id() {
            return headers.firstValue("webhook-id").orElse("");
        }
    }

    /** How it answers. */
    record Reply(int status, String body, String location) {}

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.add(new Message(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            Reply now = reply.get();
            if (!now.location().isEmpty()) {
                exchange.getResponseHeaders().set("Location", now.location());
            }
            byte[] answer = now.body().getBytes(StandardCharsets.UTF_8);
            // 0 lets the server answer in chunks.
            exchange.sendResponseHeaders(now.status(), now.status() == 204 ? -1 : 0);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    void answers(int status, String body) {
        reply.set(new Reply(status, body, ""));
    }

    void redirects(String location) {
        reply.set(new Reply(302, "", location));
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook?x=1";
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    List<String> bodies() {
        return messages.stream().map(Message::body).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
