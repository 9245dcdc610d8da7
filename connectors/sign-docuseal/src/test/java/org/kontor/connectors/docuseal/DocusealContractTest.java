package org.kontor.connectors.docuseal;

import java.time.Duration;
import java.util.Map;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.SignatureServiceContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.Connector;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService;
import org.kontor.spi.SignatureService.SignerState;

/** The rules of the kit for signature services, against the stub. */
class DocusealContractTest implements SignatureServiceContract {

    private final DocusealStub docuseal = new DocusealStub();
    private final StubServer stub = new StubServer(docuseal);
    private final DocusealConnector connector = new DocusealConnector();

    static KitConnection to(StubServer server) {
        return KitConnection.of(
                DocusealSettings.ALL, Map.of("serverUrl", server.address().toString(), "apiKey", DocusealStub.KEY));
    }

    @Override
    public Connector connector() {
        return connector;
    }

    @Override
    public SignatureService testee() {
        return (SignatureService) connector.capabilities().get(0);
    }

    @Override
    public StubServer stub() {
        return stub;
    }

    @Override
    public KitConnection connection() {
        return to(stub).within(Duration.ofSeconds(3));
    }

    @Override
    public KitConnection connectionToNowhere() {
        StubServer closed = new StubServer(request -> new StubServer.Reply(200, ""));
        closed.close();
        return to(closed);
    }

    @Override
    public boolean changesSomething(StubServer.Request request) {
        return !request.method().equals("GET");
    }

    @Override
    public byte[] received(RemoteRef ref) {
        return docuseal.received(ref.id());
    }

    @Override
    public byte[] signedFile(RemoteRef ref) {
        return DocusealStub.signedFile(ref.id());
    }

    @Override
    public void act(RemoteRef ref, String signerId, SignerState what) {
        docuseal.act(ref.id(), signerId, what);
    }

    @Override
    public void letExpire(RemoteRef ref) {
        docuseal.letExpire(ref.id());
    }
}
