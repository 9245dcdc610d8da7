package org.kontor.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;

/**
 * Somebody who is told of each new customer, and believes nothing but what the library of Standard Webhooks
 * verifies: that of Java, or that of npm where {@value #NPM} names the folder of its receiver. Two steps, so that the server may die
 * between them.
 */
public final class Subscriber implements AutoCloseable {

    /** System property: the folder {@code npm-receiver} after {@code npm ci}. Without it no node is needed. */
    private static final String NPM = "kontor.npm-receiver";

    private static final int ROWS = 1_000;
    private static final Pattern CUSTOMER = Pattern.compile("\"data\":\\{\"id\":(\\d+)");

    /** Messages that the library accepted: customer to the ids of the messages that told of it. */
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    private final AtomicInteger messages = new AtomicInteger();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final HttpServer receiver;
    private final Optional<NodeReceiver> node;
    private String deliveries = "";
    private String imported = "";
    private volatile String secret = "";

    /** Listens on a free port of this machine. */
    public Subscriber() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", this::receive);
        receiver.start();
        Optional<Path> folder = Optional.ofNullable(System.getProperty(NPM)).map(Path::of);
        node = folder.isEmpty()
                ? Optional.empty()
                : Optional.of(new NodeReceiver(folder.get().toAbsolutePath(), this::took, refused::add));
    }

    /** Subscribes, imports people and waits until it was told of some of them. */
    public void hearOfSome(Api api) {
        String url = "http://localhost:"
                + node.map(NodeReceiver::port).orElse(receiver.getAddress().getPort()) + "/";
        Reply made = api.post("/api/v1/webhooks", "{\"url\":\"" + url + "\",\"events\":[\"customer.created\"]}")
                .expect(201);
        secret = made.text("/secret");
        node.ifPresent(other -> other.secret(secret));
        deliveries = "/api/v1/webhooks/" + made.text("/id") + "/deliveries";
        StringBuilder file = new StringBuilder("FirstName,LastName,Email,PhoneNumber,Birthdate\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("Person").append(i).append(",Told,t").append(i).append("@example.org,,\n");
        }
        imported = "/api/v1/imports/"
                + api.upload(
                                "/api/v1/imports",
                                "people.csv",
                                file.toString().getBytes(StandardCharsets.UTF_8),
                                Map.of("onDuplicate", "CREATE"))
                        .expect(202)
                        .text("/id");
        api.await(deliveries + "?state=DELIVERED&limit=1", reply -> told.size() > 50);
    }

    /** Waits for the rest: every row is in and was told once. */
    public void hearOfAllOnce(Api api) {
        Reply done = api.await(imported, reply -> reply.text("/state").equals("SUCCEEDED"));
        assertEquals(Integer.toString(ROWS), done.text("/created"), done::body);
        api.await(
                deliveries + "?state=PENDING&limit=1",
                reply -> told.size() >= ROWS && reply.at("/items").isEmpty());
        assertEquals(List.of(), refused);
        assertEquals(ROWS, told.size());
        told.forEach((customer, ids) -> assertEquals(1, ids.size(), "customer " + customer + " by " + ids));
        node.ifPresent(other -> System.out.println("The Standard Webhooks library of npm verified deliveries of "
                + told.size() + " customers, each once, with the server killed in between"));
        Reply last = api.get(deliveries + "?limit=1").expect(200);
        assertEquals("customer.created", last.text("/items/0/event"));
        hearAgain(api, last.text("/items/0/id"));
    }

    /** Asks for one of them once more: it comes as the same message. */
    private void hearAgain(Api api, String delivery) {
        String replay = deliveries.replaceFirst("/deliveries$", "/replay");
        api.post(replay, "{}").expect(422);
        String one = "{\"ids\":[" + delivery + "],\"from\":\"2020-01-01T00:00:00Z\",\"to\":";
        assertEquals("0", replayed(api, replay, one + "\"2020-01-02T00:00:00Z\"}"));
        assertEquals("0", replayed(api, replay, "{\"failed\":true}"));
        int before = messages.get();
        assertEquals("1", replayed(api, replay, one + "\"2099-01-01T00:00:00Z\"}"));
        api.await(deliveries + "?state=PENDING&limit=1", reply -> messages.get() == before + 1);
        assertEquals(List.of(), refused);
        told.forEach((customer, ids) -> assertEquals(1, ids.size(), "customer " + customer + " by " + ids));
    }

    private static String replayed(Api api, String replay, String what) {
        return api.post(replay, what).expect(200).text("/count");
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
        try {
            new Webhook(secret).verify(body, headers);
            Matcher customer = CUSTOMER.matcher(body);
            if (customer.find()) {
                took(customer.group(1), headers.firstValue("webhook-id").orElse(""));
            } else {
                refused.add(body);
            }
        } catch (Exception e) {
            refused.add(e + " " + body);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void took(String customer, String message) {
        messages.incrementAndGet();
        told.computeIfAbsent(customer, c -> ConcurrentHashMap.newKeySet()).add(message);
    }

    @Override
    public void close() {
        node.ifPresent(NodeReceiver::close);
        receiver.stop(0);
    }
}
