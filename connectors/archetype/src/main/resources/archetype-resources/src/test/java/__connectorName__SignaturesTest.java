package ${package};

import org.kontor.connectors.tck.SignatureServiceContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService;
import org.kontor.spi.SignatureService.SignerState;

/** The rules for signature services. */
class ${connectorName}SignaturesTest extends RemoteBase<RemoteSignatures> implements SignatureServiceContract {

    ${connectorName}SignaturesTest() {
        super(new RemoteSignatures());
    }

    @Override
    public SignatureService testee() {
        return new ${connectorName}Signatures(client);
    }

    @Override
    public boolean changesSomething(StubServer.Request request) {
        return !request.method().equals("GET");
    }

    @Override
    public byte[] received(RemoteRef ref) {
        return remote.received(ref.id());
    }

    @Override
    public byte[] signedFile(RemoteRef ref) {
        return RemoteSignatures.SIGNED.clone();
    }

    @Override
    public void act(RemoteRef ref, String signerId, SignerState what) {
        remote.act(ref.id(), signerId, what.name());
    }
}
