package org.kontor.wallet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;
import org.kontor.wallet.MethodRemoval.State;

/** Payment methods in the database. Changes are those of the caller, now. */
@ApplicationScoped
class PaymentMethodRepository {

    private static final String SELECT = """
            select m.id, m.version, m.created_at, m.created_by, m.updated_at, m.updated_by, m.customer_id, m.held_for, m.connection_id,
              c.name, m.type, m.brand, m.last_digits, m.expires, m.active,
              m.removal, m.removal_at, m.removal_message,
              array(select a.reference from payment_authorisation a where a.method_id = m.id order by a.at, a.reference)
            from payment_method m join connection c on c.id = m.connection_id
            """;

    private static final String CHANGED = ", version = version + 1, updated_at = ?, updated_by = ? where id = ?";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    List<PaymentMethodView> ofCustomer(long customerId) {
        return Sql.many(
                dataSource,
                SELECT + " where m.customer_id = ? order by not m.active, m.id",
                Sql.of(customerId),
                PaymentMethodRepository::view);
    }

    Optional<PaymentMethodView> find(long id) {
        return Sql.one(dataSource, SELECT + " where m.id = ?", Sql.of(id), PaymentMethodRepository::view);
    }

    /** Adds one; empty when the vault's method is here already. */
    Optional<Long> insert(long customerId, PaymentMethodDraft draft, PaymentMethodType type) {
        Instant now = now();
        return Sql.one(
                dataSource,
                "insert into payment_method (created_at, created_by, updated_at, updated_by, customer_id, connection_id, shopper_id,"
                        + " method_id, type, brand, last_digits, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing returning id",
                Sql.of(
                        now,
                        login(),
                        now,
                        login(),
                        customerId,
                        draft.connectionId(),
                        draft.shopperId(),
                        draft.methodId(),
                        type.name(),
                        draft.brand(),
                        draft.lastDigits(),
                        draft.expires()),
                row -> row.getLong(1));
    }

    void change(long id, long customerId, boolean active) {
        Sql.execute(
                dataSource,
                "update payment_method set customer_id = ?, active = ?" + CHANGED,
                Sql.of(customerId, active, now(), login(), id));
    }

    /** What a vault calls a method, and how often it was asked to forget it. */
    record AtVault(long connectionId, String shopperId, String methodId, int attempts) {}

    AtVault atVault(long id) {
        return Sql.one(
                        dataSource,
                        "select connection_id, shopper_id, method_id, removal_attempts from payment_method where id = ?",
                        Sql.of(id),
                        row -> new AtVault(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4)))
                .orElseThrow();
    }

    /** Notes where the wish that the vault forgets a method stands; it is out of use from then on. */
    void removal(long id, State state, String message, int attempts) {
        Sql.execute(
                dataSource,
                "update payment_method set active = false, removal = ?, removal_at = case when removal = ? then removal_at else ? end,"
                        + " removal_message = ?, removal_attempts = ?" + CHANGED,
                Sql.of(state.name(), state.name(), now(), message, attempts, now(), login(), id));
    }

    /** Connections of these connectors, by name. */
    List<VaultChoice> vaults(List<String> connectors) {
        return Sql.many(
                dataSource,
                "select id, name from connection where connector = any(?) order by name, id",
                Sql.of((Object) connectors.toArray(String[]::new)),
                row -> new VaultChoice(row.getLong(1), row.getString(2)));
    }

    /** Notes an authorised payment; whether it was not noted yet. */
    boolean authorise(long id, AuthorisationDraft draft) {
        boolean added = Sql.execute(
                        dataSource,
                        "insert into payment_authorisation (method_id, reference, amount, at, actor) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        Sql.of(id, draft.reference(), draft.amount(), now(), login()))
                > 0;
        if (added) {
            Sql.execute(dataSource, "update payment_method set active = active" + CHANGED, Sql.of(now(), login(), id));
        }
        return added;
    }

    /** Notes that a payment ended; whether it was under way. With the last one the method is held for nobody. */
    boolean end(long id, String reference) {
        boolean ended = Sql.execute(
                        dataSource,
                        "delete from payment_authorisation where method_id = ? and reference = ?",
                        Sql.of(id, reference))
                > 0;
        if (ended) {
            Sql.execute(
                    dataSource,
                    "update payment_method set held_for = case when exists (select from payment_authorisation a where a.method_id = payment_method.id)"
                            + " then held_for end" + CHANGED,
                    Sql.of(now(), login(), id));
        }
        return ended;
    }

    /**
     * Brings the methods of merged customers to the one that stays. They stay active when that one had no active method of its own, and
     * are held for their customer while payments of theirs are under way.
     */
    void unite(long target, List<Long> sources) {
        Sql.execute(
                dataSource,
                "update payment_method m set customer_id = ?, version = version + 1, updated_at = ?, updated_by = ?, active = m.active"
                        + " and not exists (select from payment_method t where t.customer_id = ? and t.active), held_for = case when"
                        + " exists (select from payment_authorisation a where a.method_id = m.id)"
                        + " then coalesce(m.held_for, m.customer_id) end where m.customer_id = any(?)",
                Sql.of(target, now(), login(), target, sources.toArray(Long[]::new)));
    }

    /** Authorised payments of a customer that have not ended, for people: reference and amount. */
    List<String> underWay(long customerId) {
        return Sql.many(
                dataSource,
                "select a.reference || case when a.amount = '' then '' else ' (' || a.amount || ')' end"
                        + " from payment_authorisation a join payment_method m on m.id = a.method_id"
                        + " where m.customer_id = ? order by a.at, a.reference",
                Sql.of(customerId),
                row -> row.getString(1));
    }

    /** Whether there is such a connection, which stays until the transaction ends. */
    boolean connected(long connectionId) {
        return Sql.one(
                        dataSource,
                        "select 1 from connection where id = ? for key share",
                        Sql.of(connectionId),
                        row -> 1)
                .isPresent();
    }

    /** How many methods lie behind a connection. */
    long behind(long connectionId) {
        return Sql.one(
                        dataSource,
                        "select count(*) from payment_method where connection_id = ?",
                        Sql.of(connectionId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }

    private static PaymentMethodView view(ResultSet row) throws SQLException {
        return new PaymentMethodView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getLong(7),
                Optional.ofNullable(row.getObject(8, Long.class)),
                row.getLong(9),
                row.getString(10),
                PaymentMethodType.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getBoolean(15),
                removal(row),
                List.of((String[]) row.getArray(19).getArray()));
    }

    private static Optional<MethodRemoval> removal(ResultSet row) throws SQLException {
        String state = row.getString(16);
        return state == null
                ? Optional.empty()
                : Optional.of(new MethodRemoval(State.valueOf(state), Sql.instant(row, 17), row.getString(18)));
    }
}
