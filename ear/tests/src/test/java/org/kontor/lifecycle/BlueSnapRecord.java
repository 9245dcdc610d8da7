package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.kontor.connector.ShippedConnectors;
import org.kontor.spi.Amount;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.Secret;
import org.kontor.spi.Settings;
import org.kontor.spi.Tokens;

/** BlueSnap with one shopper, as its documentation describes it, which writes down what it was asked and what it said. */
final class BlueSnapRecord {

    static final String SHOPPER = "20769005";
    private static final ObjectMapper JSON = new ObjectMapper();

    private BlueSnapRecord() {}

    /** What BlueSnap says when it is asked to delete. */
    enum Mood {
        REFUSES(
                400,
                "{\"message\":[{\"errorName\":\"DELETE_SHOPPER_VALIDATION_FAILURE\",\"code\":\"14110\","
                        + "\"description\":\"Shopper has transactions in the past 12 months.\"}]}"),
        ACCEPTS(
                200,
                "{\"description\":\"Your request to delete shopper ID " + SHOPPER
                        + " has been received and will be processed within 7 days.\"}"),
        GONE(
                404,
                "{\"message\":[{\"errorName\":\"SHOPPER_NOT_FOUND\",\"code\":\"14003\",\"description\":\"No such shopper\"}]}");

        private final int status;
        private final String body;

        Mood(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    /** By the connector of the distribution: Kontor itself charges nobody yet. A reply that is lost is found again by the key. */
    static void storedAndCharged(String address, AtomicReference<Boolean> lost, List<String> record)
            throws IOException {
        Connector connector =
                ShippedConnectors.registry().usable("vault-bluesnap").orElseThrow();
        PaymentVault vault = (PaymentVault) connector.capabilities().get(0);
        Connection connection = new BlueSnapLine(Settings.of(
                connector.settings(),
                Map.of(
                        "environment",
                        "sandbox",
                        "username",
                        "api",
                        "password",
                        "hush",
                        "merchantId",
                        "1",
                        "baseUrl",
                        address)));
        Outcome<PaymentVault.StoredMethod> stored = vault.store(
                connection,
                new PaymentVault.StoreRequest(
                        new IdempotencyKey("store-1"),
                        "4711",
                        Optional.empty(),
                        new Secret("token"),
                        "A",
                        "B",
                        "a@mail.example"));
        record.add("  store a card: " + stored);
        PaymentVault.StoredMethod method = ((Outcome.Done<PaymentVault.StoredMethod>) stored).value();
        assertEquals(SHOPPER, method.shopperId());
        for (String key : List.of("charge-1", "charge-2")) {
            lost.set(key.equals("charge-2"));
            Outcome<PaymentVault.Charge> charged = vault.charge(
                    connection,
                    new PaymentVault.ChargeRequest(
                            new IdempotencyKey(key), SHOPPER, method.methodId(), Amount.of("25.50", "USD"), "Kontor"));
            record.add("  charge 25.50 USD as " + key + ": " + charged);
            assertEquals(!lost.get(), charged instanceof Outcome.Done, charged::toString);
        }
        lost.set(false);
        Outcome<PaymentVault.Charge> found = vault.lookUp(connection, new IdempotencyKey("charge-2"));
        record.add("  look charge-2 up by its key: " + found);
        assertTrue(found instanceof Outcome.Done, found::toString);
    }

    /** A connection without a server. */
    private record BlueSnapLine(Settings settings) implements Connection {

        @Override
        public String id() {
            return "record";
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Tokens tokens() {
            throw new UnsupportedOperationException();
        }
    }

    /** New shoppers and charges; what is charged is there although its reply may be lost. */
    static void transactions(HttpServer server, AtomicReference<Boolean> lost, List<String> record) {
        server.createContext("/services/2/vaulted-shoppers", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(
                    exchange,
                    "{\"vaultedShopperId\":" + SHOPPER + ",\"firstName\":\"A\",\"lastName\":\"B\",\"paymentSources\":"
                            + "{\"creditCardInfo\":[{\"creditCard\":{\"cardLastFourDigits\":\"1111\",\"cardType\":\"VISA\","
                            + "\"expirationMonth\":\"02\",\"expirationYear\":\"2030\"}}]}}",
                    record);
        });
        Set<String> charged = Collections.synchronizedSet(new TreeSet<>());
        server.createContext("/services/2/transactions", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String key = exchange.getRequestMethod().equals("POST")
                    ? JSON.readTree(body).path("merchantTransactionId").asText()
                    : exchange.getRequestURI().getPath().replaceFirst(".*/([^,]*),.*", "$1");
            charged.add(exchange.getRequestMethod().equals("POST") ? key : "");
            if (lost.get() || !charged.contains(key)) {
                record.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " -> the reply is lost");
                exchange.close();
                return;
            }
            answer(
                    exchange,
                    "{\"transactionId\":\"10\",\"amount\":25.50,\"currency\":\"USD\",\"merchantTransactionId\":\"" + key
                            + "\",\"processingInfo\":{\"processingStatus\":\"SUCCESS\"}}",
                    record);
        });
    }

    private static void answer(HttpExchange exchange, String text, List<String> record) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        record.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " -> 200 " + text);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static HttpServer blueSnap(AtomicReference<Mood> mood, List<String> record) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicReference<Boolean> card = new AtomicReference<>(true);
        server.createContext("/services/2/vaulted-shoppers/" + SHOPPER, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                card.set(false);
            }
            boolean deletes = exchange.getRequestMethod().equals("DELETE");
            String sources = card.get()
                    ? "{\"creditCardInfo\":[{\"creditCard\":{\"cardLastFourDigits\":\"1111\",\"cardType\":\"VISA\",\"expirationMonth\":"
                            + "\"02\",\"expirationYear\":\"2030\"}}]}"
                    : "{}";
            String shopper = "{\"vaultedShopperId\":" + SHOPPER
                    + ",\"firstName\":\"A\",\"lastName\":\"B\",\"paymentSources\":" + sources + "}";
            byte[] body =
                    (deletes || mood.get() == Mood.GONE ? mood.get().body : shopper).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            record.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " -> "
                    + (deletes || mood.get() == Mood.GONE ? mood.get().status : 200) + " "
                    + new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(deletes || mood.get() == Mood.GONE ? mood.get().status : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
