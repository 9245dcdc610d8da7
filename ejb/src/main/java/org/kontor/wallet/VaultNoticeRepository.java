package org.kontor.wallet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;
import org.kontor.spi.PaymentVault.StoredMethod;
import org.kontor.wallet.VaultNoticeView.Result;

/** What vaults pushed, in the database. */
@ApplicationScoped
class VaultNoticeRepository {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST = 100;

    /** Customers whom the vault calls so, in the order of their numbers. */
    static final String CUSTOMERS = """
            select customer_id from payment_method where connection_id = ? and shopper_id = ?
            union select m.customer_id from payment_authorisation a join payment_method m on m.id = a.method_id
              where a.reference = ? and m.connection_id = ?
            union select x.customer_id from external_id x join connection c on x.system = c.id::text or lower(x.system) = lower(c.name)
              where x.value = ? and c.id = ? order by 1
            """;

    /** Authorised payments with the key of the message. */
    static final String UNDER_WAY = """
            select m.id, a.reference from payment_authorisation a join payment_method m on m.id = a.method_id
            where m.connection_id = ? and a.reference = ? order by 1
            """;

    private static final String OPEN = """
            select id, connection_id, subject, event, reference, key, payer, attempts from vault_notice
            where id = ? and outcome = 'OPEN'
            """;

    private static final String FORGET = """
            update vault_notice n set payer = '', key = '', reference = '', customer_ids = '{}'
            where n.customer_ids && ?::bigint[] or n.outcome = 'OPEN' and (
              exists (select from payment_method m where m.customer_id = any(?::bigint[]) and m.connection_id = n.connection_id
                and (m.shopper_id = n.payer
                  or exists (select from payment_authorisation a where a.method_id = m.id and a.reference = n.key)))
              or exists (select from external_id x join connection c on x.system = c.id::text or lower(x.system) = lower(c.name)
                where x.customer_id = any(?::bigint[]) and c.id = n.connection_id and x.value = n.payer))
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** What a message says; each may be empty. */
    record Told(String subject, String event, String reference, String key, String payer) {

        /** No longer than is kept; a name that is longer is none of ours. */
        Told {
            event = event.substring(0, Math.min(event.length(), LONGEST));
            reference = reference.substring(0, Math.min(reference.length(), LONGEST));
            payer = payer.length() > LONGEST ? "" : payer;
            key = key.length() > LONGEST ? "" : key;
        }
    }

    /** One that is to be worked on. */
    record Open(long id, long connectionId, Told told, int attempts) {}

    /** An authorised payment that has not ended. */
    record UnderWay(long methodId, String reference) {}

    /** Keeps one; empty when it came before, which is counted. */
    Optional<Long> insert(long connectionId, String body, Told told, Result outcome, Instant now) {
        return Sql.one(
                        dataSource,
                        "insert into vault_notice (connection_id, received_at, digest, subject, event, reference, key, payer, outcome,"
                                + " settled_at, next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (connection_id, digest) do update set times = vault_notice.times + 1"
                                + " returning id, times",
                        Sql.of(
                                connectionId,
                                now,
                                digest(body),
                                told.subject(),
                                told.event(),
                                told.reference(),
                                told.key(),
                                told.payer(),
                                outcome.name(),
                                outcome == Result.OPEN ? null : now,
                                outcome == Result.OPEN ? now : null),
                        row -> row.getInt(2) == 1 ? Optional.of(row.getLong(1)) : Optional.<Long>empty())
                .flatMap(id -> id);
    }

    /** Removes what was kept long enough; how many. */
    int tidy(Instant now) {
        return Sql.execute(dataSource, "delete from vault_notice where received_at < ?", Sql.of(now.minus(KEPT)));
    }

    /** The one with this number, if it is open; nobody is kept from changing it. */
    Optional<Open> seen(long id) {
        return one(OPEN, id);
    }

    /** The one with this number, held until the transaction ends, if it is open. */
    Optional<Open> open(long id) {
        return one(OPEN + " for update", id);
    }

    private Optional<Open> one(String sql, long id) {
        return Sql.one(
                dataSource,
                sql,
                Sql.of(id),
                row -> new Open(
                        row.getLong(1),
                        row.getLong(2),
                        new Told(
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                        row.getInt(8)));
    }

    /** Whether the time of an open one has come. */
    boolean due(long id, Instant now) {
        return Sql.one(
                        dataSource,
                        "select 1 from vault_notice where id = ? and outcome = 'OPEN' and next_at <= ?",
                        Sql.of(id, now),
                        row -> 1)
                .isPresent();
    }

    /** Counts a try, and notes whom it is about and when the next one is due. */
    void tried(long id, List<Long> customers, Instant next) {
        Sql.execute(
                dataSource,
                "update vault_notice set attempts = attempts + 1, customer_ids = ?, next_at = ? where id = ?",
                Sql.of(customers.toArray(Long[]::new), next, id));
    }

    /** Notes when the next try is due. */
    void postpone(long id, Instant next) {
        Sql.execute(dataSource, "update vault_notice set next_at = ? where id = ?", Sql.of(next, id));
    }

    /**
     * Notes what became of one, and forgets what the vault calls whom it spoke of. Of customers who are not here, and whom no erasure would
     * find, it tells no payment either.
     */
    void settle(long id, Result outcome, List<Long> customers, Instant now) {
        Sql.execute(
                dataSource,
                "update vault_notice set outcome = ?, settled_at = ?, next_at = null, payer = '', key = '', customer_ids = ?,"
                        + " reference = case when ? then '' else reference end where id = ?",
                Sql.of(outcome.name(), now, customers.toArray(Long[]::new), customers.isEmpty(), id));
    }

    /** Lets those about these customers tell no number of theirs. */
    void forget(List<Long> customers) {
        Long[] ids = customers.toArray(Long[]::new);
        Sql.execute(dataSource, FORGET, Sql.of(ids, ids, ids));
    }

    /** Customers whom the vault calls so, in the order of their numbers. */
    List<Long> customers(Open notice) {
        return Sql.many(
                dataSource,
                CUSTOMERS,
                Sql.of(
                        notice.connectionId(),
                        notice.told().payer(),
                        notice.told().key(),
                        notice.connectionId(),
                        notice.told().payer(),
                        notice.connectionId()),
                row -> row.getLong(1));
    }

    /** Authorised payments with the key of the message. */
    List<UnderWay> underWay(Open notice) {
        return Sql.many(
                dataSource,
                UNDER_WAY,
                Sql.of(notice.connectionId(), notice.told().key()),
                row -> new UnderWay(row.getLong(1), row.getString(2)));
    }

    /** Brings what is shown of a method up to date; the customers whose it is, if it was not. */
    List<Long> shown(long connectionId, StoredMethod method, Instant now, String login) {
        String expires = method.expires().map(Object::toString).orElse("");
        return Sql.many(
                dataSource,
                "update payment_method set brand = ?, last_digits = ?, expires = ?, version = version + 1, updated_at = ?, updated_by = ?"
                        + " where connection_id = ? and shopper_id = ? and method_id = ? and removal is distinct from 'REMOVED'"
                        + " and (brand, last_digits, expires) is distinct from (?, ?, ?) returning customer_id",
                Sql.of(
                        method.brand(),
                        method.lastDigits(),
                        expires,
                        now,
                        login,
                        connectionId,
                        method.shopperId(),
                        method.methodId(),
                        method.brand(),
                        method.lastDigits(),
                        expires),
                row -> row.getLong(1));
    }

    boolean connected(long connectionId) {
        return Sql.one(dataSource, "select 1 from connection where id = ?", Sql.of(connectionId), row -> 1)
                .isPresent();
    }

    List<VaultNoticeView> list(long connectionId, long before, int atMost) {
        return Sql.many(
                dataSource,
                "select id, connection_id, received_at, times, subject, event, reference, outcome, settled_at from vault_notice"
                        + " where connection_id = ? and id < ? order by id desc limit ?",
                Sql.of(connectionId, before, atMost),
                row -> new VaultNoticeView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        Result.valueOf(row.getString(8)),
                        Optional.ofNullable(row.getObject(9, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    private static byte[] digest(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
