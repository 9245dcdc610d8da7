package ${package};

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;

/** A made-up sender of text messages. */
final class RemoteChannel implements Function<Request, Reply> {

    final List<String> arrived = new CopyOnWriteArrayList<>();

    @Override
    public Reply apply(Request request) {
        if (!request.uri().getPath().equals("/messages")) {
            return new Reply(404, "{}");
        }
        arrived.add(Json.of(request).getString("text"));
        return new Reply(200, "{\"id\":\"m" + arrived.size() + "\"}");
    }
}
