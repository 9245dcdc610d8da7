package org.kontor.connectors.bluesnap;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/**
 * BlueSnap in memory, as its schemas and documentation describe it: names and nesting of the schemas in camel case, codes and
 * names of the documented errors. What the documentation leaves open is said in the README of the connector.
 */
final class BlueSnapStub implements Function<Request, Reply> {

    static final String MERCHANT = "395608";
    static final String BUSY = "900";
    private static final String BASE = "/services/2/";

    private final Map<String, Map<String, JsonObject>> sources = new TreeMap<>();
    private final Map<String, JsonObject> shoppers = new TreeMap<>();
    private final Map<String, JsonObject> charges = new LinkedHashMap<>();
    private final Map<String, List<JsonObject>> refunds = new HashMap<>();
    private final Map<String, String[]> replies = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private int count = 20_769_000;
    private String refusal = "";

    BlueSnapStub() {
        shoppers.put(
                BUSY, object().add("vaultedShopperId", Integer.parseInt(BUSY)).build());
    }

    /** Refuses to delete every shopper from now on, with these words; with none it accepts. */
    void refuseDeletion(String description) {
        refusal = description;
    }

    /** Decides a debit that was pending. */
    void decide(String key, String status) {
        charges.computeIfPresent(
                key, (k, charge) -> with(charge, "processingInfo", object().add("processingStatus", status)));
    }

    /** Makes a second charge with a key, which BlueSnap does not forbid. */
    void doubleCharge(String key) {
        charges.put(key + "#2", charges.get(key));
    }

    @Override
    public synchronized Reply apply(Request request) {
        if (!request.header("authorization").matches("Basic [A-Za-z0-9+/]+=*")
                || !request.header("bluesnap-version").matches("[23]\\.0")
                || !request.header("content-type").equals("application/json")) {
            return new Reply(401, "");
        }
        String path = request.uri().getPath().substring(BASE.length());
        return switch (request.method()) {
            case "POST" -> once(request, () -> post(path, json(request)));
            case "PUT" -> change(path.substring("vaulted-shoppers/".length()), json(request));
            case "DELETE" -> forget(path.substring("vaulted-shoppers/".length()));
            default -> path.startsWith("vaulted-shoppers/") ? shopper(path.substring(17)) : charge(path);
        };
    }

    private Reply once(Request request, Supplier<Reply> work) {
        String key = request.header("idempotency-key");
        String what = request.uri() + " " + request.body();
        String[] known = replies.get(key);
        if (known != null) {
            return known[0].equals(what)
                    ? new Reply(Integer.parseInt(known[1]), known[2])
                    : error(400, "10001", "VALIDATION_GENERAL_FAILURE", "The key was used for another request");
        }
        Reply reply = work.get();
        replies.put(key, new String[] {what, Integer.toString(reply.status()), reply.body()});
        return reply;
    }

    private Reply post(String path, JsonObject body) {
        if (path.equals("vaulted-shoppers")) {
            String id = Integer.toString(++count);
            Reply reply = change(id, body);
            return reply;
        }
        if (path.startsWith("transactions/refund/")) {
            return refund(path.substring("transactions/refund/".length()), body);
        }
        return take(body, path.equals("transactions") ? "creditCard" : "ecpTransaction");
    }

    private Reply change(String id, JsonObject body) {
        if (body.getString("firstName", "").isEmpty()) {
            return error(400, "10001", "VALIDATION_GENERAL_FAILURE", "First name is required");
        }
        Map<String, JsonObject> kept = new LinkedHashMap<>(sources.getOrDefault(id, Map.of()));
        String token = body.getString("pfToken", "");
        if (!token.isEmpty() && !token.startsWith("kit-token") || token.equals("kit-token-refused")) {
            return error(400, "14042", "TOKEN_NOT_FOUND", "Token " + token + " was not found");
        }
        if (token.endsWith("-ecp") && body.getString("zip", "").isEmpty()) {
            return error(
                    400, "20030", "MISSING_VAULTED_SHOPPER_FIELDS", "ECP shopper must include a zip/phone element.");
        }
        if (!token.isEmpty()) {
            kept.put(list(token) + token.replace("-renewed", ""), source(token));
        }
        for (String list : List.of("creditCardInfo", "ecpDetails", "sepaDirectDebitInfo")) {
            JsonArray changes = inner(body, "paymentSources").getJsonArray(list);
            for (JsonObject entry : changes == null ? List.<JsonObject>of() : changes.getValuesAs(JsonObject.class)) {
                if (entry.getString("status", "").equals("D")) {
                    if (inner(entry, "creditCard").getString("cardType", "").equals("AMEX")) {
                        return error(
                                400,
                                "10001",
                                "VALIDATION_GENERAL_FAILURE",
                                "The payment method you are trying to delete is associated to at least 1 active subscription.");
                    }
                    kept.values().removeIf(source -> source.toString().contains(named(entry)));
                }
            }
        }
        sources.put(id, kept);
        JsonObjectBuilder shopper = object();
        inner(shoppers, id).forEach(shopper::add);
        body.forEach((name, value) -> {
            if (!name.equals("pfToken") && !name.equals("paymentSources")) {
                shopper.add(name, value);
            }
        });
        shoppers.put(id, shopper.add("vaultedShopperId", Integer.parseInt(id)).build());
        return new Reply(200, whole(id).toString());
    }

    private static String named(JsonObject entry) {
        JsonObject card = inner(entry, "creditCard");
        return card.isEmpty() ? entry.values().iterator().next().toString() : card.getString("cardLastFourDigits");
    }

    private static String list(String token) {
        return token.endsWith("-ecp")
                ? "ecpDetails "
                : token.endsWith("-sepa") ? "sepaDirectDebitInfo " : "creditCardInfo ";
    }

    private static JsonObject source(String token) {
        if (token.endsWith("-ecp")) {
            return object().add(
                            "ecp",
                            object().add("accountType", "CONSUMER_CHECKING")
                                    .add("publicAccountNumber", "99992")
                                    .add("publicRoutingNumber", "75150"))
                    .build();
        } else if (token.endsWith("-sepa")) {
            return object().add(
                            "sepaDirectDebit",
                            object().add("ibanFirstFour", "DE09").add("ibanLastFour", "7891"))
                    .build();
        }
        boolean amex = token.endsWith("-amex");
        return object().add("billingContactInfo", object())
                .add(
                        "creditCard",
                        object().add("cardLastFourDigits", amex ? "0005" : "1111")
                                .add("cardType", amex ? "AMEX" : "VISA")
                                .add("cardSubType", "CREDIT")
                                .add("expirationMonth", "7")
                                .add("expirationYear", token.contains("renewed") ? "2032" : "2029"))
                .add("processingInfo", object().add("cvvResponseCode", "MA"))
                .build();
    }

    private JsonObject whole(String id) {
        Map<String, JsonArrayBuilder> lists = new TreeMap<>();
        sources.getOrDefault(id, Map.of())
                .forEach((key, source) -> lists.computeIfAbsent(
                                key.substring(0, key.indexOf(' ')), name -> jakarta.json.Json.createArrayBuilder())
                        .add(source));
        JsonObjectBuilder all = object();
        lists.forEach(all::add);
        return with(shoppers.get(id), "paymentSources", all);
    }

    private Reply shopper(String name) {
        for (Map.Entry<String, JsonObject> entry : shoppers.entrySet()) {
            boolean asked = name.equals(entry.getKey())
                    || name.equals("merchant/" + entry.getValue().getString("merchantShopperId", ""));
            if (asked && !deleted.contains(entry.getKey())) {
                return new Reply(200, whole(entry.getKey()).toString());
            }
        }
        return error(404, "14003", "SHOPPER_NOT_FOUND", "No such shopper");
    }

    private Reply forget(String id) {
        if (id.equals(BUSY) || shoppers.containsKey(id) && !refusal.isEmpty()) {
            String why = refusal.isEmpty() ? "Shopper has active subscriptions." : refusal;
            return error(400, "14110", "DELETE_SHOPPER_VALIDATION_FAILURE", why);
        }
        if (!shoppers.containsKey(id)) {
            return error(404, "14003", "SHOPPER_NOT_FOUND", "No such shopper");
        }
        if (!deleted.add(id)) {
            return error(400, "14110", "DELETE_SHOPPER_VALIDATION_FAILURE", "Shopper has already been deleted");
        }
        String told =
                "Your request to delete shopper ID " + id + " has been received and will be processed within 7 days.";
        return new Reply(200, object().add("description", told).build().toString());
    }

    private Reply take(JsonObject body, String method) {
        BigDecimal amount = body.getJsonNumber("amount").bigDecimalValue();
        if (amount.compareTo(new BigDecimal("13.13")) == 0) {
            return error(402, "14002", "DO_NOT_HONOR", "Payment processing failure due to issuing bank decline.");
        }
        if (amount.compareTo(new BigDecimal("14.14")) == 0) {
            return error(400, "10000", "PAYMENT_GENERAL_FAILURE", "A general payment failure has occurred.");
        }
        boolean card = method.equals("creditCard");
        JsonObjectBuilder charge = object();
        body.forEach(charge::add);
        JsonObject made = charge.add("transactionId", Integer.toString(++count))
                .add("usdAmount", amount)
                .add("processingInfo", object().add("processingStatus", card ? "success" : "PENDING"))
                .build();
        charges.put(body.getString("merchantTransactionId"), made);
        return new Reply(200, made.toString());
    }

    private Reply charge(String path) {
        boolean card = path.startsWith("transactions/");
        String name = path.substring(path.indexOf('/') + 1);
        List<JsonObject> found = new ArrayList<>();
        charges.forEach((key, charge) -> {
            boolean asked = name.equals(charge.getString("merchantTransactionId") + "," + MERCHANT)
                    || name.equals(charge.getString("transactionId"));
            if (asked && card == charge.containsKey("cardTransactionType")) {
                found.add(charge);
            }
        });
        if (found.size() > 1) {
            return error(400, "20002", "MULTIPLE_TRANSACTIONS_FOUND", "Multiple transactions found");
        }
        if (found.isEmpty()) {
            return error(404, "20008", "TRANSACTION_NOT_FOUND", "Transaction not found");
        }
        JsonArrayBuilder list = jakarta.json.Json.createArrayBuilder();
        refunds.getOrDefault(found.get(0).getString("transactionId"), List.of()).forEach(list::add);
        return new Reply(
                200, with(found.get(0), "refunds", object().add("refund", list)).toString());
    }

    private Reply refund(String chargeId, JsonObject body) {
        JsonObject charge = charges.values().stream()
                .filter(c -> c.getString("transactionId").equals(chargeId))
                .findFirst()
                .orElseThrow();
        JsonObjectBuilder refund = object();
        body.forEach(refund::add);
        if (!body.containsKey("amount")) {
            refund.add("amount", charge.getJsonNumber("amount"));
        }
        JsonObject made = refund.add("refundTransactionId", ++count)
                .add("currency", charge.getString("currency"))
                .add("refundStatus", "SUCCESS")
                .build();
        refunds.computeIfAbsent(chargeId, id -> new ArrayList<>()).add(made);
        return new Reply(200, made.toString());
    }

    static Reply error(int status, String code, String name, String description) {
        return new Reply(
                status,
                object().add(
                                "message",
                                jakarta.json.Json.createArrayBuilder()
                                        .add(object().add("errorName", name)
                                                .add("code", code)
                                                .add("description", description)))
                        .build()
                        .toString());
    }

    private static JsonObject with(JsonObject object, String name, JsonObjectBuilder value) {
        return jakarta.json.Json.createObjectBuilder(object).add(name, value).build();
    }

    private static JsonObject inner(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static JsonObject inner(Map<String, JsonObject> objects, String name) {
        return objects.getOrDefault(name, JsonObject.EMPTY_JSON_OBJECT);
    }

    private static JsonObject json(Request request) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(request.body()))) {
            return reader.readObject();
        }
    }

    private static JsonObjectBuilder object() {
        return jakarta.json.Json.createObjectBuilder();
    }
}
