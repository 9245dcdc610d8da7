package ${package};

import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** A made-up help desk in memory: a journal of changes, of which each page shows two. */
final class RemoteTickets implements Function<Request, Reply> {

    private final List<String> changes = new ArrayList<>(List.of("t1", "t2", "t3"));
    private final Map<String, String> subjects = new HashMap<>();

    synchronized String change(String subject) {
        subjects.put("t2", subject);
        changes.add("t2");
        return "t2";
    }

    @Override
    public synchronized Reply apply(Request request) {
        if (!request.uri().getPath().equals("/tickets")) {
            return new Reply(404, "{}");
        }
        int after = Integer.parseInt(Json.query(request, "after"));
        int end = Math.min(changes.size(), after + 2);
        JsonArrayBuilder items = jakarta.json.Json.createArrayBuilder();
        for (String id : changes.subList(Math.min(after, end), end)) {
            items.add(jakarta.json.Json.createObjectBuilder()
                    .add("id", id)
                    .add("from", id + "@customer.example")
                    .add("subject", subjects.getOrDefault(id, "No light"))
                    .add("status", id.equals("t3") ? "solved" : "open")
                    .add("opened", "2026-03-01T09:00:00Z")
                    .add("closed", id.equals("t3") ? "2026-03-01T10:00:00Z" : "")
                    .add("page", "https://desk.example/" + id));
        }
        return new Reply(
                200,
                jakarta.json.Json.createObjectBuilder()
                        .add("items", items)
                        .add("next", "" + Math.max(after, end))
                        .add("more", end < changes.size())
                        .build()
                        .toString());
    }
}
