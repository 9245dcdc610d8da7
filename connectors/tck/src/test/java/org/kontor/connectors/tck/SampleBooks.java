package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;

/** The books of {@link RemoteSystem}: customers alone. */
class SampleBooks implements AccountingSystem {

    private final SampleRemote remote;

    SampleBooks(SampleRemote remote) {
        this.remote = remote;
    }

    @Override
    public String id() {
        return "sample-books";
    }

    @Override
    public String name() {
        return "Sample books";
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
        return RemoteCodes.read(remote.get(connection, "/records?after=" + cursor.orElse("0")), answer -> {
            JsonObject json = SampleRemote.json(answer);
            List<Pulled> items = json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(SampleBooks::pulled)
                    .toList();
            return new Batch<>(items, "" + json.getInt("next"), json.getBoolean("more"));
        });
    }

    @Override
    public Outcome<RemoteRef> push(Connection connection, Push push) {
        if (!pushes().contains(push.record().kind())) {
            return RemoteCodes.notSupported("this kind of record");
        }
        String body = Json.createObjectBuilder()
                .add("id", push.existing().map(RemoteRef::id).orElse(""))
                .add("version", push.existing().map(RemoteRef::version).orElse(""))
                .build()
                .toString();
        return SampleVault.outcome(
                remote.send(connection, "POST", "/records", push.key().value(), body), SampleBooks::ref);
    }

    @Override
    public Outcome<RemoteRef> lookUp(Connection connection, AccountingRecord.Kind kind, IdempotencyKey key) {
        return SampleVault.found(remote.get(connection, "/records/by-key?key=" + key.value()), SampleBooks::ref);
    }

    @Override
    public boolean tellsAccounts() {
        return true;
    }

    @Override
    public List<Account> accounts(Connection connection, Set<String> customerIds) throws ConnectorException {
        return RemoteCodes.read(
                remote.get(connection, "/accounts?ids=" + String.join(",", customerIds)),
                answer -> SampleRemote.json(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(SampleBooks::account)
                        .toList());
    }

    private static Account account(JsonObject json) {
        RemoteRef ref = ref(json);
        return new Account(
                ref,
                (AccountingRecord.Customer) AccountingSamples.of(AccountingRecord.Kind.CUSTOMER),
                List.of(new Person(ref.id() + "-1", "Wanda", "Rook", "Owner", "wanda@rook.example", "", "", true)),
                List.of(Amount.of(json.getString("owed"), "USD")),
                Instant.parse(json.getString("asOf")));
    }

    private static Pulled pulled(JsonObject json) {
        boolean deleted = json.getString("version").equals("0");
        return new Pulled(
                ref(json),
                deleted ? Optional.empty() : Optional.of(AccountingSamples.of(AccountingRecord.Kind.CUSTOMER)));
    }

    private static RemoteRef ref(JsonObject json) {
        return new RemoteRef(json.getString("id"), json.getString("version"));
    }
}
