package ${package};

import jakarta.json.JsonObject;
import java.io.StringReader;
import org.kontor.connectors.tck.StubServer.Request;

/** Reads requests in tests. */
final class Json {

    private Json() {}

    static JsonObject of(Request request) {
        return jakarta.json.Json.createReader(new StringReader(request.body())).readObject();
    }

    /** The value of a parameter; empty when it is not there. */
    static String query(Request request, String name) {
        for (String pair : String.valueOf(request.uri().getQuery()).split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
