package org.kontor.accounting;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.accounting.AccountingLink.FoundBy;
import org.kontor.customer.CustomerLookup;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Stores which customers accounting systems know, and what they said of them. */
@ApplicationScoped
class AccountingRepository {

    private static final String LINKS = """
            select l.id, l.connection_id, c.name, l.remote_id, l.found_by, l.told_at, l.gone
            from accounting_link l join connection c on c.id = l.connection_id where c.enabled and\s""";

    /** What the ledger had of a customer for an instant, and what came behind it. */
    private static final String LEDGER = """
            select currency, coalesce(sum(amount) filter (where recorded_at <= ?), 0),
                   coalesce(sum(amount) filter (where recorded_at > ?), 0), count(*) filter (where recorded_at <= ?)
            from item_movement where customer_id = ? group by currency
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A link, and whose it is. */
    record Linked(long linkId, long customerId, Optional<Instant> toldAt, boolean gone) {}

    /** What the ledger had for an instant, what came behind it, and whether it had anything. */
    record Ledger(BigDecimal before, BigDecimal after, boolean known) {

        static final Ledger NONE = new Ledger(BigDecimal.ZERO, BigDecimal.ZERO, false);
    }

    /** What a link's system said in a currency. */
    record Told(long linkId, String currency, BigDecimal amount, Optional<Instant> differsSince) {}

    Optional<Linked> find(long connectionId, String remoteId) {
        return Sql.one(
                dataSource,
                "select id, customer_id, told_at, gone from accounting_link where connection_id = ? and remote_id = ?",
                Sql.of(connectionId, remoteId),
                row -> new Linked(row.getLong(1), row.getLong(2), instant(row, 3), row.getBoolean(4)));
    }

    /** Of these remote ids those that are linked. */
    List<String> linked(long connectionId, Collection<String> remoteIds) {
        return Sql.many(
                dataSource,
                "select remote_id from accounting_link where connection_id = ? and remote_id = any(?)",
                Sql.of(connectionId, remoteIds.toArray(String[]::new)),
                row -> row.getString(1));
    }

    /** The links of a customer over enabled connections, oldest first. */
    List<AccountingLink> links(long customerId) {
        return Sql.many(
                dataSource, LINKS + "l.customer_id = ? order by l.id", Sql.of(customerId), AccountingRepository::link);
    }

    /** Of these customers those of whom an enabled connection tells, with its name; the oldest link counts. */
    Map<Long, String> keepers(Collection<Long> customerIds) {
        Map<Long, String> keepers = new HashMap<>();
        if (!customerIds.isEmpty()) {
            Sql.many(
                    dataSource,
                    "select l.customer_id, c.name from accounting_link l join connection c on c.id = l.connection_id"
                            + " where l.customer_id = any(?) and c.enabled and not l.gone and l.told_at is not null order by l.id",
                    Sql.of((Object) customerIds.toArray(Long[]::new)),
                    row -> Optional.ofNullable(keepers.putIfAbsent(row.getLong(1), row.getString(2))));
        }
        return keepers;
    }

    /** Whether the customer has a link of this connection other than for this remote id. */
    boolean otherLink(long connectionId, long customerId, String remoteId) {
        return Sql.one(
                        dataSource,
                        "select 1 from accounting_link where connection_id = ? and customer_id = ? and remote_id <> ? limit 1",
                        Sql.of(connectionId, customerId, remoteId),
                        row -> 1)
                .isPresent();
    }

    /** Links them, unless somebody else did so meanwhile. */
    void link(long connectionId, String remoteId, long customerId, FoundBy foundBy, Instant now) {
        Sql.execute(
                dataSource,
                "insert into accounting_link (customer_id, connection_id, remote_id, found_by, linked_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                Sql.of(customerId, connectionId, remoteId, foundBy.name(), now));
    }

    /** Notes whether the system has the customer. */
    int gone(long connectionId, String remoteId, boolean gone) {
        return Sql.execute(
                dataSource,
                "update accounting_link set gone = ? where connection_id = ? and remote_id = ? and gone <> ?",
                Sql.of(gone, connectionId, remoteId, gone));
    }

    /**
     * Customers whom this way leads to, at most two: enough to see that it leads to one alone.
     *
     * @param systems by which external ids may call the accounting system
     * @param values what to look for
     * @param entityId only those of this company entity; empty for all
     */
    List<Long> candidates(FoundBy way, List<String> systems, Collection<String> values, Optional<Long> entityId) {
        if (values.isEmpty()) {
            return List.of();
        }
        String who = switch (way) {
            case EXTERNAL_ID -> "select customer_id from external_id where system = any(?) and value = any(?)";
            case ACCOUNT_NUMBER ->
                "select id from customer where cardinality(?::text[]) > 0 and account_number collate \"C\" = any(?)";
            case EMAIL ->
                "select customer_id from customer_email where cardinality(?::text[]) > 0"
                        + " and lower(address collate \"C\") = any(?)";
        };
        return Sql.many(
                dataSource,
                "select c.id from customer c where c.id in (" + who + ") and (?::bigint is null or c.entity_id = ?)"
                        + " order by c.id limit 2",
                Sql.of(
                        systems.toArray(String[]::new),
                        values.toArray(String[]::new),
                        entityId.orElse(null),
                        entityId.orElse(null)),
                row -> row.getLong(1));
    }

    /** An e-mail address as {@link #candidates} compares it. */
    static String email(String address) {
        return CustomerLookup.email(address.strip());
    }

    /** What systems said of a customer, over these links. */
    List<Told> told(Collection<Long> linkIds) {
        return Sql.many(
                dataSource,
                "select link_id, currency, amount, differs_since from accounting_balance where link_id = any(?) order by currency",
                Sql.of((Object) linkIds.toArray(Long[]::new)),
                row -> new Told(row.getLong(1), row.getString(2), row.getBigDecimal(3), instant(row, 4)));
    }

    /** Keeps what a system said, for which instant. */
    void tell(long linkId, Instant asOf, Collection<Told> balances) {
        Sql.execute(
                dataSource, "update accounting_link set told_at = ?, gone = false where id = ?", Sql.of(asOf, linkId));
        Sql.execute(dataSource, "delete from accounting_balance where link_id = ?", Sql.of(linkId));
        balances.forEach(each -> Sql.execute(
                dataSource,
                "insert into accounting_balance (link_id, currency, amount, differs_since) values (?, ?, ?, ?)",
                Sql.of(
                        linkId,
                        each.currency(),
                        each.amount(),
                        each.differsSince().orElse(null))));
    }

    /** What Kontor's ledger says of a customer, by currency, before and behind this instant. */
    Map<String, Ledger> ledger(long customerId, Instant asOf) {
        Map<String, Ledger> found = new HashMap<>();
        Sql.many(
                dataSource,
                LEDGER,
                Sql.of(asOf, asOf, asOf, customerId),
                row -> Optional.ofNullable(found.put(
                        row.getString(1).toUpperCase(Locale.ROOT),
                        new Ledger(row.getBigDecimal(2), row.getBigDecimal(3), row.getLong(4) > 0))));
        return found;
    }

    private static AccountingLink link(ResultSet row) throws SQLException {
        return new AccountingLink(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                FoundBy.valueOf(row.getString(5)),
                instant(row, 6),
                row.getBoolean(7));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
