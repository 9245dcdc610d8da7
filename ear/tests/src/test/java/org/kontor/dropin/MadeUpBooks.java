package org.kontor.dropin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The accounting system of the archetype's connector, with one customer. */
final class MadeUpBooks {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    volatile String name = "Rook";
    volatile String owed = "120.00";
    volatile int status = 200;

    MadeUpBooks() throws IOException {
        server.createContext("/customers", exchange -> answer(exchange, "\"next\": \"1\", \"more\": false,"));
        server.createContext("/accounts", exchange -> answer(exchange, ""));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, String more) throws IOException {
        String customer = """
                {%s "items": [{"id": "c7", "version": "1", "number": "A-7", "name": "%s", "mail": "billing@rook.example",
                 "deleted": false, "owed": "%s", "currency": "USD", "asOf": "%s",
                 "people": [{"id": "p1", "first": "Wanda", "last": "Rook", "mail": "wanda@rook.example", "main": true}]}]}
                """.formatted(more, name, owed, Instant.now());
        byte[] body = customer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
