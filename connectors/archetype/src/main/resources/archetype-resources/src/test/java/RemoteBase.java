package ${package};

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.RemoteContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.Connector;

/** What tests of a capability share: a made-up ${connectorName} and a connection to it. */
abstract class RemoteBase<R extends Function<StubServer.Request, StubServer.Reply>> implements RemoteContract {

    final R remote;
    final ${connectorName}Client client = new ${connectorName}Client();
    private final Connector connector = new ${connectorName}Connector();
    private final StubServer stub;

    RemoteBase(R remote) {
        this.remote = remote;
        stub = new StubServer(remote);
    }

    @Override
    public Connector connector() {
        return connector;
    }

    @Override
    public StubServer stub() {
        return stub;
    }

    @Override
    public KitConnection connection() {
        return to(stub.address().toString());
    }

    @Override
    public KitConnection connectionToNowhere() {
        StubServer closed = new StubServer(request -> new StubServer.Reply(200, ""));
        closed.close();
        return to(closed.address().toString());
    }

    static KitConnection to(String address) {
        return KitConnection.of(${connectorName}Connector.SETTINGS, Map.of("baseUrl", address, "apiKey", "key-1"))
                .within(Duration.ofSeconds(3));
    }
}
