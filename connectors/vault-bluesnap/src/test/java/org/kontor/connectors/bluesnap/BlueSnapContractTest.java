package org.kontor.connectors.bluesnap;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.PaymentVaultContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.Connector;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.PaymentVault;

/** The rules of the kit for vaults, against the stub. */
class BlueSnapContractTest implements PaymentVaultContract {

    private final StubServer stub = new StubServer(new BlueSnapStub());
    private final BlueSnapConnector connector = new BlueSnapConnector();

    static KitConnection to(String address, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(
                Map.of("username", "API_4711", "password", "not-a-password", "merchantId", BlueSnapStub.MERCHANT));
        values.put("baseUrl", address);
        values.putAll(more);
        return KitConnection.of(BlueSnapSettings.ALL, values);
    }

    @Override
    public Connector connector() {
        return connector;
    }

    @Override
    public PaymentVault testee() {
        return (PaymentVault) connector.capabilities().get(0);
    }

    @Override
    public StubServer stub() {
        return stub;
    }

    @Override
    public KitConnection connection() {
        return to(stub.address().toString(), Map.of()).within(Duration.ofMillis(1000));
    }

    @Override
    public KitConnection connectionToNowhere() {
        StubServer closed = new StubServer(request -> new StubServer.Reply(200, ""));
        closed.close();
        return to(closed.address().toString(), Map.of());
    }

    @Override
    public boolean movesMoney(StubServer.Request request) {
        return request.method().equals("POST") && request.uri().getPath().contains("/transactions");
    }

    @Override
    public String busyShopper() {
        return BlueSnapStub.BUSY;
    }

    @Override
    public InboundMessage noticeOfCharge(String key) {
        return new InboundMessage(
                "141.226.140.200",
                Map.of("content-type", "application/x-www-form-urlencoded"),
                "transactionType=CHARGE&referenceNumber=1023190247&accountId=19570408&merchantTransactionId=" + key);
    }
}
