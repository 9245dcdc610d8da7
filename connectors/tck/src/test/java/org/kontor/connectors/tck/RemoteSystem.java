package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** A made-up remote system with a vault, books, a help desk and documents to sign, in memory. */
final class RemoteSystem implements Function<Request, Reply> {

    private final Map<String, JsonObject> byKey = new HashMap<>();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> shoppers = new HashSet<>();
    private final Map<String, String> shopperOfCustomer = new HashMap<>();
    private final List<String> records = new ArrayList<>(List.of("a", "b", "c"));
    private final List<String> changes = new ArrayList<>(List.of("a 1", "b 1", "c 0"));
    private final Map<String, Integer> versions = new HashMap<>(Map.of("a", 1, "b", 1, "c", 0));
    final RemoteDesk desk = new RemoteDesk();
    final RemoteSignatures signatures = new RemoteSignatures();
    private int count;

    @Override
    public synchronized Reply apply(Request request) {
        String path = request.method() + " " + request.uri().getPath();
        if (path.equals("POST /methods")) {
            return storeMethod(json(request));
        } else if (path.equals("POST /charges") || path.equals("POST /refunds")) {
            return json(request).getString("amount").startsWith("13.13")
                    ? new Reply(402, "{}")
                    : once(path, request, () -> json(request).getString("amount"));
        } else if (path.equals("GET /charges") || path.equals("GET /refunds") || path.equals("GET /records/by-key")) {
            String key = path.replace("GET", "POST").replace("/by-key", "") + " " + query(request, "key");
            JsonObject found = byKey.get(key);
            return found == null ? new Reply(404, "{}") : new Reply(200, found.toString());
        } else if (path.startsWith("DELETE /methods/")) {
            return new Reply(methods.remove(path.substring(16)) ? 204 : 404, "");
        } else if (path.equals("GET /shoppers")) {
            return shopper(shopperOfCustomer.getOrDefault(query(request, "customer"), ""));
        } else if (path.startsWith("GET /shoppers/")) {
            return shopper(path.substring(14));
        } else if (path.startsWith("DELETE /shoppers/")) {
            String shopper = path.substring(17);
            return new Reply(shopper.equals("busy") ? 409 : shoppers.remove(shopper) ? 202 : 404, "{}");
        } else if (path.equals("GET /records")) {
            return page(Integer.parseInt(query(request, "after")));
        } else if (path.equals("GET /accounts")) {
            return accounts(query(request, "ids"));
        } else if (path.equals("POST /records")) {
            return write(request);
        } else if (path.equals("GET /tickets")) {
            return desk.tickets(request);
        } else if (path.equals("GET /profiles")) {
            return desk.profiles(request);
        } else if (RemoteSignatures.isMeant(request)) {
            return signatures.apply(request);
        }
        return new Reply(404, "{}");
    }

    private Reply storeMethod(JsonObject body) {
        if (!body.getString("token").equals("kit-token")) {
            return new Reply(422, "{}");
        }
        count++;
        shoppers.add("s" + count);
        methods.add("m" + count);
        shopperOfCustomer.put(body.getString("customer"), "s" + count);
        return new Reply(
                200,
                object().add("shopper", "s" + count)
                        .add("method", "m" + count)
                        .build()
                        .toString());
    }

    private Reply shopper(String id) {
        if (!shoppers.contains(id)) {
            return new Reply(404, "{}");
        }
        JsonArrayBuilder kept = Json.createArrayBuilder();
        String method = id.replace('s', 'm');
        if (methods.contains(method)) {
            kept.add(method);
        }
        String customer = shopperOfCustomer.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return new Reply(
                200,
                object().add("shopper", id)
                        .add("customer", customer)
                        .add("methods", kept)
                        .build()
                        .toString());
    }

    private Reply once(String path, Request request, Supplier<String> amount) {
        JsonObject answer = byKey.computeIfAbsent(
                path + " " + request.header("Idempotency-Key"),
                key -> object().add("id", "x" + ++count)
                        .add("amount", amount.get())
                        .build());
        return new Reply(200, answer.toString());
    }

    private Reply write(Request request) {
        String key = "POST /records " + request.header("Idempotency-Key");
        if (byKey.containsKey(key)) {
            return new Reply(200, byKey.get(key).toString());
        }
        String id = json(request).getString("id", "");
        if (!id.isEmpty()
                && !Integer.toString(versions.getOrDefault(id, 0))
                        .equals(json(request).getString("version"))) {
            return new Reply(412, "{}");
        }
        if (id.isEmpty()) {
            id = "r" + ++count;
            records.add(id);
        }
        versions.merge(id, 1, Integer::sum);
        changes.add(id + " " + versions.get(id));
        JsonObject answer =
                object().add("id", id).add("version", "" + versions.get(id)).build();
        byKey.put(key, answer);
        return new Reply(200, answer.toString());
    }

    private Reply page(int after) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        int end = Math.min(changes.size(), after + 2);
        for (String change : changes.subList(Math.min(after, end), end)) {
            String[] parts = change.split(" ");
            items.add(object().add("id", parts[0]).add("version", parts[1]));
        }
        return new Reply(
                200,
                object().add("items", items)
                        .add("next", Math.max(after, end))
                        .add("more", end < changes.size())
                        .build()
                        .toString());
    }

    private Reply accounts(String ids) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (String id : ids.split(",")) {
            if (versions.getOrDefault(id, 0) > 0) {
                items.add(object().add("id", id)
                        .add("version", "" + versions.get(id))
                        .add("owed", "120.00")
                        .add("asOf", Instant.now().toString()));
            }
        }
        return new Reply(200, object().add("items", items).build().toString());
    }

    static String query(Request request, String name) {
        for (String pair : request.uri().getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static JsonObject json(Request request) {
        return Json.createReader(new StringReader(request.body())).readObject();
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }
}
