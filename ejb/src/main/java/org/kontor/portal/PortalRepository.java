package org.kontor.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Access of contacts in the database, as staff sees it. */
@ApplicationScoped
class PortalRepository {

    /** Contacts with the row that counts: one that is suspended first, so that no other lets in beside it. */
    private static final String CONTACTS = """
            select c.id, btrim(c.first_name || ' ' || c.last_name), btrim(c.email), c.status = 'ACTIVE', a.id, a.state, a.invited_at,
                   a.invited_by, a.accepted_at, a.token_expires_at, c.is_primary
            from contact c left join lateral (
                select * from portal_access a where a.contact_id = c.id and a.email = lower(btrim(c.email))
                order by a.state <> 'SUSPENDED', a.state <> 'ENABLED', a.id limit 1) a on true
            where c.customer_id = ? order by c.is_primary desc, c.status, 2, c.id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A contact, and the row of its access; empty for none. */
    record Row(PortalAccessView view, Optional<Long> accessId, boolean primary) {}

    /** What an invitation tells of the customer. */
    record Host(String customer, long entityId, String company, String locale, boolean archived) {}

    List<Row> contacts(long customerId) {
        Instant now = now();
        return Sql.many(dataSource, CONTACTS, Sql.of(customerId), row -> row(row, now));
    }

    private static Row row(ResultSet row, Instant now) throws SQLException {
        Optional<String> state = Optional.ofNullable(row.getString(6));
        Optional<Instant> expires = instant(row, 10);
        return new Row(
                new PortalAccessView(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        state.map(PortalState::valueOf).orElse(PortalState.DISABLED),
                        instant(row, 7),
                        Optional.ofNullable(row.getString(8)).orElse(""),
                        state.filter("INVITED"::equals).isPresent()
                                && expires.filter(at -> !at.isAfter(now)).isPresent(),
                        instant(row, 9)),
                state.isPresent() ? Optional.of(row.getLong(5)) : Optional.empty(),
                row.getBoolean(11));
    }

    Host host(long customerId) {
        return Sql.one(
                        dataSource,
                        "select c.display_name, e.id, e.name, coalesce((select l.locale from letterhead l where l.entity_id = e.id"
                                + " order by l.version desc limit 1), e.locale), c.archived"
                                + " from customer c join company_entity e on e.id = c.entity_id where c.id = ?",
                        Sql.of(customerId),
                        row -> new Host(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5)))
                .orElseThrow();
    }

    /** Whose a contact is; empty for none. */
    Optional<Long> customerOf(long contactId) {
        return Sql.one(
                dataSource, "select customer_id from contact where id = ?", Sql.of(contactId), row -> row.getLong(1));
    }

    /** Notes an invitation: any link before it is good for nothing from now on, as is access by another address. */
    long invited(Row contact) {
        long contactId = contact.view().contactId();
        Sql.execute(
                dataSource,
                "delete from portal_access a using contact c where c.id = a.contact_id and c.id = ? and a.email <> lower(btrim(c.email))",
                Sql.of(contactId));
        Sql.execute(
                dataSource,
                "update portal_access set token_hash = null, token_expires_at = null, message_id = null where contact_id = ?",
                Sql.of(contactId));
        if (contact.accessId().isPresent()) {
            long id = contact.accessId().get();
            Sql.execute(
                    dataSource,
                    "update portal_access set invited_at = ?, invited_by = ?, changed_at = ?, changed_by = ? where id = ?",
                    Sql.of(now(), login(), now(), login(), id));
            return id;
        }
        return Sql.one(
                        dataSource,
                        "insert into portal_access (contact_id, email, state, invited_at, invited_by, changed_at, changed_by)"
                                + " select id, lower(btrim(email)), 'INVITED', ?, ?, ?, ? from contact where id = ? returning id",
                        Sql.of(now(), login(), now(), login(), contactId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The message that is the invitation. */
    void sentBy(long accessId, long messageId) {
        Sql.execute(dataSource, "update portal_access set message_id = ? where id = ?", Sql.of(messageId, accessId));
        Sql.execute(
                dataSource,
                "insert into portal_invitation (message_id, access_id) values (?, ?)",
                Sql.of(messageId, accessId));
    }

    /** Ends access until it is enabled again; sessions and links end with it. */
    void suspend(long contactId) {
        Sql.execute(
                dataSource,
                "update portal_access set state = 'SUSPENDED', token_hash = null, token_expires_at = null, message_id = null,"
                        + " changed_at = ?, changed_by = ? where contact_id = ?",
                Sql.of(now(), login(), contactId));
        Sql.execute(
                dataSource,
                "delete from portal_session s using portal_access a where a.id = s.access_id and a.contact_id = ?",
                Sql.of(contactId));
    }

    /** Lets in again who had accepted; who had not needs another invitation. */
    void enable(long contactId) {
        Sql.execute(
                dataSource,
                "update portal_access set state = case when password_hash = '' then 'INVITED' else 'ENABLED' end, changed_at = ?,"
                        + " changed_by = ? where contact_id = ?",
                Sql.of(now(), login(), contactId));
    }

    void remove(long contactId) {
        Sql.execute(dataSource, "delete from portal_access where contact_id = ?", Sql.of(contactId));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
