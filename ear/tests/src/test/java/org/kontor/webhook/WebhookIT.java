package org.kontor.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** S3-66, S3-68. Verified with the library of Standard Webhooks, the server killed in between. */
class WebhookIT {

    private static final int ROWS = 1_000;
    private static final Pattern CUSTOMER = Pattern.compile("\"data\":\\{\"id\":(\\d+)");

    /** Messages that the library accepted: customer to the ids of the messages that told of it. */
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile String secret = "";

    @Test
    void everyRowOfAnImportIsToldAndNothingIsLostWhenTheServerIsKilled() throws IOException {
        HttpServer receiver = receiver();
        try (KontorServer kontor = KontorServer.start(Map.of("kontor.webhook.allow-private", "true"))) {
            Api api = kontor.api();
            String url = "http://localhost:" + receiver.getAddress().getPort() + "/";
            Reply made = api.post("/api/v1/webhooks", "{\"url\":\"" + url + "\",\"events\":[\"customer.created\"]}")
                    .expect(201);
            secret = made.text("/secret");
            StringBuilder file = new StringBuilder("FirstName,LastName,Email,PhoneNumber,Birthdate\n");
            for (int i = 0; i < ROWS; i++) {
                file.append("Person").append(i).append(",Told,t").append(i).append("@example.org,,\n");
            }
            Reply accepted = api.upload(
                            "/api/v1/imports",
                            "people.csv",
                            file.toString().getBytes(StandardCharsets.UTF_8),
                            Map.of("onDuplicate", "CREATE"))
                    .expect(202);
            String log = "/api/v1/webhooks/" + made.text("/id") + "/deliveries";
            api.await(log + "?state=DELIVERED&limit=1", reply -> told.size() > 50);
            kontor.kill();
            kontor.restart();
            api.await(
                    "/api/v1/imports/" + accepted.text("/id"),
                    reply -> reply.text("/state").equals("SUCCEEDED"));
            api.await(
                    log + "?state=PENDING&limit=1",
                    reply -> told.size() >= ROWS && reply.at("/items").isEmpty());
            assertEquals(List.of(), refused);
            assertEquals(ROWS, told.size());
            told.forEach((customer, ids) -> assertEquals(1, ids.size(), "customer " + customer + " by " + ids));
            assertEquals(
                    "customer.created", api.get(log + "?limit=1").expect(200).text("/items/0/event"));
        } finally {
            receiver.stop(0);
        }
    }

    /** Without the operator's leave no address of a private network can be subscribed. */
    @Test
    void aPrivateAddressIsRefused() {
        Reply reply = KontorServer.shared()
                .api()
                .post("/api/v1/webhooks", "{\"url\":\"https://127.0.0.1/\",\"events\":[\"customer.created\"]}")
                .expect(422);
        assertEquals("url", reply.text("/errors/0/field"));
        assertTrue(reply.text("/errors/0/message").contains("private network"), reply.toString());
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
            try {
                new Webhook(secret).verify(body, headers);
                Matcher customer = CUSTOMER.matcher(body);
                if (customer.find()) {
                    told.computeIfAbsent(customer.group(1), c -> ConcurrentHashMap.newKeySet())
                            .add(headers.firstValue("webhook-id").orElse(""));
                } else {
                    refused.add(body);
                }
            } catch (Exception e) {
                refused.add(e + " " + body);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
