package ${package};

import jakarta.json.JsonArrayBuilder;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** A made-up site with profiles. */
final class RemoteWatch implements Function<Request, Reply> {

    static final List<URI> PROFILES =
            List.of(URI.create("https://people.example/ada"), URI.create("https://people.example/bo"));

    @Override
    public Reply apply(Request request) {
        if (!request.uri().getPath().equals("/profiles")) {
            return new Reply(404, "{}");
        }
        JsonArrayBuilder items = jakarta.json.Json.createArrayBuilder();
        for (String profile : Json.query(request, "of").split(",")) {
            if (PROFILES.contains(URI.create(profile))) {
                items.add(jakarta.json.Json.createObjectBuilder()
                        .add("profile", profile)
                        .add("title", "Engineer")
                        .add("company", "Rook Hardware"));
            }
        }
        return new Reply(
                200,
                jakarta.json.Json.createObjectBuilder().add("items", items).build().toString());
    }
}
