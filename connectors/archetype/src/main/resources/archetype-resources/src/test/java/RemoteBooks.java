package ${package};

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** Made-up books in memory: a journal of changes, of which each page shows two. */
final class RemoteBooks implements Function<Request, Reply> {

    private final List<JsonObject> changes =
            new ArrayList<>(List.of(customer("a", 1, false), customer("b", 1, false), customer("c", 2, true)));
    private final Map<String, JsonObject> byKey = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>(Map.of("a", 1, "b", 1, "c", 2));

    @Override
    public synchronized Reply apply(Request request) {
        return switch (request.method() + " " + request.uri().getPath()) {
            case "GET /customers" -> page(Integer.parseInt(Json.query(request, "after")));
            case "GET /accounts" -> accounts(Json.query(request, "ids"));
            case "POST /customers" -> write(request);
            case "GET /customers/by-key" -> {
                JsonObject found = byKey.get(Json.query(request, "key"));
                yield found == null ? new Reply(404, "{}") : new Reply(200, found.toString());
            }
            default -> new Reply(404, "{}");
        };
    }

    private Reply write(Request request) {
        String key = request.header("Idempotency-Key");
        if (!byKey.containsKey(key)) {
            JsonObject body = Json.of(request);
            String id = body.getString("id").isEmpty() ? "n" + byKey.size() : body.getString("id");
            int version = versions.getOrDefault(id, 0);
            if (!body.getString("id").isEmpty() && !body.getString("version").equals("" + version)) {
                return new Reply(412, "{}");
            }
            versions.put(id, version + 1);
            byKey.put(key, customer(id, version + 1, false));
            changes.add(byKey.get(key));
        }
        return new Reply(200, byKey.get(key).toString());
    }

    private Reply page(int after) {
        int end = Math.min(changes.size(), after + 2);
        JsonArrayBuilder items = jakarta.json.Json.createArrayBuilder();
        changes.subList(Math.min(after, end), end).forEach(items::add);
        return new Reply(
                200,
                jakarta.json.Json.createObjectBuilder()
                        .add("items", items)
                        .add("next", "" + Math.max(after, end))
                        .add("more", end < changes.size())
                        .build()
                        .toString());
    }

    private Reply accounts(String ids) {
        JsonArrayBuilder items = jakarta.json.Json.createArrayBuilder();
        for (String id : ids.split(",")) {
            Optional<JsonObject> last = changes.stream()
                    .filter(change -> change.getString("id").equals(id))
                    .reduce((before, after) -> after);
            last.filter(change -> !change.getBoolean("deleted")).ifPresent(change -> items.add(account(change)));
        }
        return new Reply(
                200, jakarta.json.Json.createObjectBuilder().add("items", items).build().toString());
    }

    private static JsonObject account(JsonObject customer) {
        return jakarta.json.Json.createObjectBuilder(customer)
                .add("owed", "120.00")
                .add("currency", "USD")
                .add("asOf", Instant.now().toString())
                .add(
                        "people",
                        jakarta.json.Json.createArrayBuilder()
                                .add(jakarta.json.Json.createObjectBuilder()
                                        .add("id", "p-" + customer.getString("id"))
                                        .add("first", "Wanda")
                                        .add("last", "Rook")
                                        .add("mail", "wanda@rook.example")
                                        .add("main", true)))
                .build();
    }

    private static JsonObject customer(String id, int version, boolean deleted) {
        return jakarta.json.Json.createObjectBuilder()
                .add("id", id)
                .add("version", "" + version)
                .add("number", "A-" + id)
                .add("name", "Customer " + id)
                .add("mail", id + "@customer.example")
                .add("deleted", deleted)
                .build();
    }
}
