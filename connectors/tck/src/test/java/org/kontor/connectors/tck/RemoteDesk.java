package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** The help desk of {@link RemoteSystem} and its site with profiles, in memory. */
final class RemoteDesk {

    static final List<URI> PROFILES =
            List.of(URI.create("https://people.example/ada"), URI.create("https://people.example/bo"));

    private final List<String> changes = new ArrayList<>(List.of("t1", "t2", "t3"));
    private final Map<String, String> subjects =
            new LinkedHashMap<>(Map.of("t1", "No light", "t2", "Too loud", "t3", "Thanks"));

    synchronized String change(String subject) {
        subjects.put("t2", subject);
        changes.add("t2");
        return "t2";
    }

    /** {@code GET /tickets?after=}: two changes at a time. */
    synchronized Reply tickets(Request request) {
        int after = Integer.parseInt(RemoteSystem.query(request, "after"));
        int end = Math.min(changes.size(), after + 2);
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (String id : changes.subList(Math.min(after, end), end)) {
            items.add(Json.createObjectBuilder()
                    .add("id", id)
                    .add("from", id + "@customer.example")
                    .add("subject", String.valueOf(subjects.get(id)))
                    .add("solved", id.equals("t3")));
        }
        JsonObjectBuilder page = Json.createObjectBuilder()
                .add("items", items)
                .add("next", Math.max(after, end))
                .add("more", end < changes.size());
        return new Reply(200, page.build().toString());
    }

    /** {@code GET /profiles?of=}: addresses with commas; those that are not known are left out. */
    Reply profiles(Request request) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (String profile : RemoteSystem.query(request, "of").split(",")) {
            if (PROFILES.contains(URI.create(profile))) {
                items.add(Json.createObjectBuilder().add("url", profile).add("job", "Engineer"));
            }
        }
        return new Reply(
                200, Json.createObjectBuilder().add("items", items).build().toString());
    }
}
