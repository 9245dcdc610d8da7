package ${package};

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** A made-up vault in memory. */
final class RemoteVault implements Function<Request, Reply> {

    private final Map<String, String> byKey = new HashMap<>();

    @Override
    public synchronized Reply apply(Request request) {
        String path = request.method() + " " + request.uri().getPath();
        switch (path) {
            case "POST /methods":
                return Json.of(request).getString("token").equals("kit-token")
                        ? new Reply(200, object("shopper", "s1", "method", "m1", "brand", "VISA", "lastDigits", "1111", "expires", "2031-12"))
                        : new Reply(422, "{}");
            case "POST /charges", "POST /refunds":
                String amount = Json.of(request).getString("amount");
                if (amount.startsWith("13.13")) {
                    return new Reply(402, "{}");
                }
                return new Reply(
                        200,
                        byKey.computeIfAbsent(
                                path + request.header("Idempotency-Key"),
                                key -> object("id", "x" + byKey.size(), "amount", amount)));
            case "GET /charges", "GET /refunds":
                String found = byKey.get(path.replace("GET", "POST") + Json.query(request, "key"));
                return found == null ? new Reply(404, "{}") : new Reply(200, found);
            default:
                return new Reply(404, "{}");
        }
    }

    private static String object(String... pairs) {
        var object = jakarta.json.Json.createObjectBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            object.add(pairs[i], pairs[i + 1]);
        }
        return object.build().toString();
    }
}
