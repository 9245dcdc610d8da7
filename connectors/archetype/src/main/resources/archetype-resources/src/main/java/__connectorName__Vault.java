package ${package};

import static ${package}.${connectorName}Client.found;
import static ${package}.${connectorName}Client.outcome;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Amount;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.VaultNotice;

/** The vault of ${connectorName}: stores, charges, looks up, refunds. */
class ${connectorName}Vault implements PaymentVault {

    private final ${connectorName}Client client;

    ${connectorName}Vault(${connectorName}Client client) {
        this.client = client;
    }

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public String name() {
        return "${connectorName}";
    }

    /** What is not named here is refused, and the kit makes sure of it. */
    @Override
    public Set<Feature> features() {
        return Set.of(Feature.REFUND, Feature.PARTIAL_REFUND);
    }

    @Override
    public Outcome<StoredMethod> store(Connection connection, StoreRequest request) {
        JsonObject body = Json.createObjectBuilder()
                .add("token", request.token().reveal())
                .add("customer", request.customerRef())
                .build();
        return outcome(
                client.send(connection, "POST", "/methods", request.key().value(), body),
                json -> new StoredMethod(
                        json.getString("shopper"),
                        json.getString("method"),
                        MethodType.CARD,
                        json.getString("brand"),
                        json.getString("lastDigits"),
                        Optional.of(YearMonth.parse(json.getString("expires")))));
    }

    @Override
    public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
        JsonObject body = Json.createObjectBuilder()
                .add("shopper", request.shopperId())
                .add("method", request.methodId())
                .add("amount", request.amount().toString())
                .add("description", request.description())
                .build();
        return outcome(
                client.send(connection, "POST", "/charges", request.key().value(), body), ${connectorName}Vault::charge);
    }

    @Override
    public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
        return found(client.get(connection, "/charges?key=" + key.value()), ${connectorName}Vault::charge);
    }

    @Override
    public Outcome<Refund> refund(Connection connection, RefundRequest request) {
        JsonObject body = Json.createObjectBuilder()
                .add("charge", request.chargeId())
                .add("amount", request.amount().toString())
                .build();
        return outcome(
                client.send(connection, "POST", "/refunds", request.key().value(), body), ${connectorName}Vault::refund);
    }

    @Override
    public Outcome<Refund> lookUpRefund(Connection connection, String chargeId, IdempotencyKey key) {
        return found(client.get(connection, "/refunds?key=" + key.value()), ${connectorName}Vault::refund);
    }

    @Override
    public Outcome<Removal> removeMethod(Connection connection, String shopperId, String methodId) {
        return RemoteCodes.notSupported("the removal of single methods");
    }

    @Override
    public Outcome<Deletion> deleteShopper(Connection connection, DeleteRequest request) {
        return RemoteCodes.notSupported("the deletion of shoppers");
    }

    @Override
    public Optional<Shopper> shopper(Connection connection, String shopperId) throws ConnectorException {
        throw new ConnectorException(
                RemoteCodes.NOT_SUPPORTED.because("Look into ${connectorName}: it does not tell what it keeps."));
    }

    @Override
    public Optional<Shopper> shopperOf(Connection connection, String customerRef) throws ConnectorException {
        return shopper(connection, customerRef);
    }

    @Override
    public VaultNotice notice(Connection connection, InboundMessage message) {
        return new VaultNotice.Untrusted(
                RemoteCodes.NOT_SUPPORTED.because("Ask who sends this: ${connectorName} pushes no messages."));
    }

    private static Charge charge(JsonObject json) {
        return new Charge(json.getString("id"), amount(json), Optional.empty());
    }

    private static Refund refund(JsonObject json) {
        return new Refund(json.getString("id"), amount(json));
    }

    private static Amount amount(JsonObject json) {
        String[] parts = json.getString("amount").split(" ");
        return Amount.of(parts[0], parts[1]);
    }
}
