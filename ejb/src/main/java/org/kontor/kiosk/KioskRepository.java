package org.kontor.kiosk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Entries in the database. */
@ApplicationScoped
class KioskRepository {

    private static final String WAITING = """
            select e.id, e.at, e.actor, e.customer_id, c.display_name, e.similar_ids
            from kiosk_entry e join customer c on c.id = e.customer_id
            where e.reviewed_at is null and cardinality(e.similar_ids) > 0 and e.id > ?
              and (? or ? in (c.billing_owner_id, c.account_manager_id, c.sales_rep_id, c.manager_id))
            order by e.id limit ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void add(Instant at, Caller by, long customerId, List<Long> similar) {
        String sql = "insert into kiosk_entry (at, user_id, actor, customer_id, similar_ids) values (?, ?, ?, ?, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setLong(2, by.userId());
            statement.setString(3, by.login());
            statement.setLong(4, customerId);
            statement.setArray(5, connection.createArrayOf("bigint", similar.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A kiosk entry could not be written", e);
        }
    }

    /** Counts a sending of a user's kiosks, whatever becomes of it; those before a time are forgotten. */
    void sent(Instant at, long userId, Instant before) {
        Sql.execute(dataSource, "delete from kiosk_sending where user_id = ? and at <= ?", Sql.of(userId, before));
        Sql.execute(dataSource, "insert into kiosk_sending (user_id, at) values (?, ?)", Sql.of(userId, at));
    }

    /** How many entries a user's kiosks have sent since a time. */
    int since(Instant from, long userId) {
        String sql = "select count(*) from kiosk_sending where user_id = ? and at > ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, userId);
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What waits for staff and this caller sees, oldest first, with ids above {@code after}. */
    List<KioskEntryView> waiting(Caller caller, long after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setLong(1, after);
            statement.setBoolean(2, caller.scope() == RowScope.ALL);
            statement.setLong(3, caller.userId());
            statement.setInt(4, limit);
            List<KioskEntryView> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new KioskEntryView(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getString(5),
                            List.of((Long[]) rows.getArray(6).getArray())));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Locks an entry that waits until the transaction ends.
     *
     * @return the customer that was created of it and those who look like it
     */
    Optional<Waiting> locked(long id) {
        return Sql.one(
                dataSource,
                "select customer_id, similar_ids from kiosk_entry where id = ? and reviewed_at is null"
                        + " and cardinality(similar_ids) > 0 for update",
                Sql.of(id),
                row -> new Waiting(
                        row.getLong(1), List.of((Long[]) row.getArray(2).getArray())));
    }

    /** An entry that waits. */
    record Waiting(long customerId, List<Long> similar) {}

    /** Who has worked with the customer of an entry since it was sent. */
    Optional<String> workedSince(long id) {
        return Sql.one(
                dataSource,
                "select t.actor from kiosk_entry e join timeline_entry t on t.customer_id = e.customer_id"
                        + " where e.id = ? and t.at > e.at order by t.id desc limit 1",
                Sql.of(id),
                row -> row.getString(1));
    }

    /** Notes that somebody looked at an entry; 0 when there is none that waits. */
    int reviewed(long id, Instant at, String by) {
        String sql = "update kiosk_entry set reviewed_at = ?, reviewed_by = ? where id = ? and reviewed_at is null";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, by);
            statement.setLong(3, id);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A kiosk entry could not be written", e);
        }
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("Kiosk entries could not be read", e);
    }
}
