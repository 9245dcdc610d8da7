package ${package};

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** A made-up signature service in memory. */
final class RemoteSignatures implements Function<Request, Reply> {

    static final byte[] SIGNED = "%PDF-1.4 signed".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, String> idOfKey = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> signers = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();

    synchronized byte[] received(String id) {
        return files.get(id);
    }

    synchronized void act(String id, String signer, String what) {
        signers.get(id).put(signer, what);
        if (what.equals("DECLINED")) {
            states.put(id, "DECLINED");
        } else if (signers.get(id).values().stream().allMatch("SIGNED"::equals)) {
            states.put(id, "COMPLETED");
        }
    }

    @Override
    public synchronized Reply apply(Request request) {
        String path = request.uri().getPath();
        if (path.equals("/documents")) {
            return request.method().equals("POST")
                    ? reply(idOfKey.computeIfAbsent(request.header("Idempotency-Key"), key -> add(Json.of(request))))
                    : reply(idOfKey.getOrDefault(Json.query(request, "key"), ""));
        }
        String id = path.replaceAll("/documents/([^/]*).*", "$1");
        if (path.endsWith("/file")) {
            return Reply.file(SIGNED);
        }
        if (request.method().equals("DELETE") && states.containsKey(id)) {
            if (!states.get(id).matches("SENT|WITHDRAWN")) {
                return new Reply(422, "{}");
            }
            states.put(id, "WITHDRAWN");
        }
        return reply(id);
    }

    private String add(JsonObject body) {
        String id = "d" + (files.size() + 1);
        files.put(id, Base64.getDecoder().decode(body.getString("file")));
        Map<String, String> people = new LinkedHashMap<>();
        body.getJsonArray("signers").forEach(signer -> people.put("s" + people.size(), "SENT"));
        signers.put(id, people);
        states.put(id, "SENT");
        return id;
    }

    private Reply reply(String id) {
        if (!states.containsKey(id)) {
            return new Reply(404, "{}");
        }
        JsonArrayBuilder list = jakarta.json.Json.createArrayBuilder();
        signers.get(id)
                .forEach((signer, state) -> list.add(jakarta.json.Json.createObjectBuilder()
                        .add("id", signer)
                        .add("state", state)
                        .add("at", "2026-03-01T09:00:00Z")));
        return new Reply(
                200,
                jakarta.json.Json.createObjectBuilder()
                        .add("id", id)
                        .add("state", states.get(id))
                        .add("signers", list)
                        .build()
                        .toString());
    }
}
