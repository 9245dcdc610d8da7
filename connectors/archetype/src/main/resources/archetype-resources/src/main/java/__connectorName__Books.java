package ${package};

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.Amount;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;

/** The books of ${connectorName}: customers are pulled and pushed, and how they stand is told. */
class ${connectorName}Books implements AccountingSystem {

    private final ${connectorName}Client client;

    ${connectorName}Books(${connectorName}Client client) {
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

    @Override
    public Set<AccountingRecord.Kind> pulls() {
        return Set.of(AccountingRecord.Kind.CUSTOMER);
    }

    @Override
    public Set<AccountingRecord.Kind> pushes() {
        return Set.of(AccountingRecord.Kind.CUSTOMER);
    }

    @Override
    public Batch<Pulled> pull(Connection connection, AccountingRecord.Kind kind, Optional<String> cursor)
            throws ConnectorException {
        if (!pulls().contains(kind)) {
            throw new ConnectorException(RemoteCodes.NOT_SUPPORTED.because("Only customers can be pulled."));
        }
        return RemoteCodes.read(client.get(connection, "/customers?after=" + cursor.orElse("0")), answer -> {
            JsonObject json = ${connectorName}Client.json(answer);
            List<Pulled> items = json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(${connectorName}Books::pulled)
                    .toList();
            return new Batch<>(items, json.getString("next"), json.getBoolean("more"));
        });
    }

    @Override
    public Outcome<RemoteRef> push(Connection connection, Push push) {
        if (!(push.record() instanceof AccountingRecord.Customer customer)) {
            return RemoteCodes.notSupported("this kind of record");
        }
        JsonObject body = Json.createObjectBuilder()
                .add("id", push.existing().map(RemoteRef::id).orElse(""))
                .add("version", push.existing().map(RemoteRef::version).orElse(""))
                .add("number", customer.accountNumber())
                .add("name", customer.displayName())
                .build();
        return ${connectorName}Client.outcome(
                client.send(connection, "POST", "/customers", push.key().value(), body), ${connectorName}Books::ref);
    }

    @Override
    public Outcome<RemoteRef> lookUp(Connection connection, AccountingRecord.Kind kind, IdempotencyKey key) {
        return ${connectorName}Client.found(
                client.get(connection, "/customers/by-key?key=" + key.value()), ${connectorName}Books::ref);
    }

    @Override
    public boolean tellsAccounts() {
        return true;
    }

    @Override
    public List<Account> accounts(Connection connection, Set<String> customerIds) throws ConnectorException {
        String ids = URLEncoder.encode(String.join(",", customerIds), StandardCharsets.UTF_8);
        return RemoteCodes.read(
                client.get(connection, "/accounts?ids=" + ids),
                answer -> ${connectorName}Client.json(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(${connectorName}Books::account)
                        .toList());
    }

    private static Account account(JsonObject json) {
        return new Account(
                ref(json),
                customer(json),
                json.getJsonArray("people").getValuesAs(JsonObject.class).stream()
                        .map(${connectorName}Books::person)
                        .toList(),
                List.of(Amount.of(json.getString("owed"), json.getString("currency"))),
                Instant.parse(json.getString("asOf")));
    }

    private static Person person(JsonObject json) {
        return new Person(
                json.getString("id"),
                json.getString("first"),
                json.getString("last"),
                "",
                json.getString("mail"),
                "",
                "",
                json.getBoolean("main"));
    }

    private static Pulled pulled(JsonObject json) {
        return new Pulled(ref(json), json.getBoolean("deleted") ? Optional.empty() : Optional.of(customer(json)));
    }

    private static AccountingRecord.Customer customer(JsonObject json) {
        CustomerProfile profile = CustomerProfile.builder()
                .companyName(json.getString("name"))
                .email(json.getString("mail"))
                .build();
        return new AccountingRecord.Customer(
                json.getString("number"), json.getString("name"), profile, Optional.empty(), true);
    }

    private static RemoteRef ref(JsonObject json) {
        return new RemoteRef(json.getString("id"), json.getString("version"));
    }
}
