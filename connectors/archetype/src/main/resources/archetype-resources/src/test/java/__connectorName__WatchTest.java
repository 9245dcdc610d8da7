package ${package};

import java.net.URI;
import java.util.List;
import org.kontor.connectors.tck.ProfileWatchContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.ProfileWatch;

/** The rules for profile watches. */
class ${connectorName}WatchTest extends RemoteBase<RemoteWatch> implements ProfileWatchContract {

    ${connectorName}WatchTest() {
        super(new RemoteWatch());
    }

    @Override
    public ProfileWatch testee() {
        return new ${connectorName}Watch(client);
    }

    @Override
    public List<URI> profiles() {
        return RemoteWatch.PROFILES;
    }

    @Override
    public URI missingProfile() {
        return URI.create("https://people.example/nobody");
    }

    @Override
    public boolean changesSomething(StubServer.Request request) {
        return !request.method().equals("GET");
    }
}
