package ${package};

import org.kontor.connectors.tck.PaymentVaultContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.PaymentVault;

/** The rules for payment vaults. */
class ${connectorName}VaultTest extends RemoteBase<RemoteVault> implements PaymentVaultContract {

    ${connectorName}VaultTest() {
        super(new RemoteVault());
    }

    @Override
    public PaymentVault testee() {
        return new ${connectorName}Vault(client);
    }

    @Override
    public boolean movesMoney(StubServer.Request request) {
        return request.method().equals("POST") && request.uri().getPath().matches("/(charges|refunds)");
    }
}
