package org.kontor.portal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Who may sign in to the portal, and who is. Whether somebody still may is asked anew at each request. */
@ApplicationScoped
class VisitRepository {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String OPEN = """
             from portal_access a join contact c on c.id = a.contact_id join customer k on k.id = c.customer_id
               join company_entity e on e.id = k.entity_id
            """;

    private static final String MAY = """
             a.state = 'ENABLED' and a.email = lower(btrim(c.email)) and c.status = 'ACTIVE' and not k.archived
               and not exists (select from portal_access o where o.contact_id = a.contact_id and o.state = 'SUSPENDED')
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** An invitation that can be accepted. */
    record Invited(
            long accessId, long contactId, String name, String email, long customerId, long entityId, String company) {}

    /** The hash of the password that was chosen last for an address; empty when none was. */
    Optional<String> password(String email) {
        return Sql.one(
                dataSource,
                "select password_hash from portal_access where email = lower(btrim(?)) and password_hash <> ''"
                        + " order by password_at desc nulls last, id desc limit 1",
                Sql.of(email),
                row -> row.getString(1));
    }

    /** To whose records an address and its password lead: one for each customer. */
    List<PortalAccount> accounts(String email, String passwordHash) {
        return Sql.many(
                dataSource,
                "select min(a.id), k.display_name, k.account_number, e.name" + OPEN
                        + " where a.email = lower(btrim(?)) and a.password_hash = ? and " + MAY
                        + " group by k.id, k.display_name, k.account_number, e.name order by k.display_name, k.id",
                Sql.of(email, passwordHash),
                row -> new PortalAccount(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** The accounts beside that of a session, itself included. */
    List<PortalAccount> accounts(long accessId) {
        return Sql.one(
                        dataSource,
                        "select email, password_hash from portal_access where id = ?",
                        Sql.of(accessId),
                        row -> accounts(row.getString(1), row.getString(2)))
                .orElse(List.of());
    }

    void begin(byte[] session, long accessId, boolean chosen, Instant now) {
        Sql.execute(
                dataSource,
                "insert into portal_session (token_hash, access_id, chosen, created_at, seen_at) values (?, ?, ?, ?, ?)",
                Sql.of(session, accessId, chosen, now, now));
    }

    Optional<PortalVisit.Row> visit(byte[] session, Instant now) {
        return Sql.one(
                dataSource,
                "select a.id, c.id, btrim(c.first_name || ' ' || c.last_name), a.email, k.id, k.display_name, e.id, e.name, s.chosen"
                        + OPEN + " join portal_session s on s.access_id = a.id"
                        + " where s.token_hash = ? and s.seen_at > ? and s.created_at > ? and " + MAY,
                Sql.of(session, now.minus(IDLE), now.minus(LONGEST)),
                row -> new PortalVisit.Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getBoolean(9)));
    }

    /** Notes that a session is in use, once a minute at most. */
    void seen(byte[] session, Instant now) {
        Sql.execute(
                dataSource,
                "update portal_session set seen_at = ? where token_hash = ? and seen_at < ?",
                Sql.of(now, session, now.minus(Duration.ofMinutes(1))));
    }

    void choose(byte[] session, long accessId) {
        Sql.execute(
                dataSource,
                "update portal_session set access_id = ?, chosen = true where token_hash = ?",
                Sql.of(accessId, session));
    }

    boolean end(byte[] session) {
        return Sql.execute(dataSource, "delete from portal_session where token_hash = ?", Sql.of((Object) session))
                == 1;
    }

    void forget(Instant now) {
        Sql.execute(
                dataSource,
                "delete from portal_session where created_at < ? or seen_at < ?",
                Sql.of(now.minus(LONGEST), now.minus(IDLE)));
    }

    Optional<Invited> invited(byte[] link, Instant now) {
        return Sql.one(
                dataSource,
                "select a.id, c.id, btrim(c.first_name || ' ' || c.last_name), a.email, k.id, e.id, e.name" + OPEN
                        + " where a.token_hash = ? and a.token_expires_at > ? and a.state in ('INVITED', 'ENABLED')"
                        + " and a.email = lower(btrim(c.email)) and c.status = 'ACTIVE' and not k.archived"
                        + " and not exists (select from portal_access o where o.contact_id = a.contact_id and o.state = 'SUSPENDED')",
                Sql.of(link, now),
                row -> new Invited(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7)));
    }

    /** Uses a link up and lets in whose it is; false when somebody else did meanwhile. All access of the address has this password. */
    boolean accept(Invited invited, byte[] link, String passwordHash, Instant now, String by) {
        boolean used = Sql.execute(
                        dataSource,
                        "update portal_access set token_hash = null, token_expires_at = null, state = 'ENABLED', password_hash = ?,"
                                + " password_at = ?, accepted_at = ?, changed_at = ?, changed_by = ? where id = ? and token_hash = ?",
                        Sql.of(passwordHash, now, now, now, by, invited.accessId(), link))
                == 1;
        if (used) {
            Sql.execute(
                    dataSource,
                    "update portal_access set password_hash = ?, password_at = ? where email = ? and password_hash <> ''",
                    Sql.of(passwordHash, now, invited.email()));
            Sql.execute(
                    dataSource,
                    "delete from portal_session s using portal_access a where a.id = s.access_id and a.email = ?",
                    Sql.of(invited.email()));
        }
        return used;
    }
}
