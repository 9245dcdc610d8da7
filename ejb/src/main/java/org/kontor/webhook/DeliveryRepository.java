package org.kontor.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;

/** The outbox and the delivery log: one row for each event and subscription. */
@ApplicationScoped
class DeliveryRepository {

    /** One statement, however many events and subscriptions; none for an event that nobody subscribed to. */
    private static final String NOTE = """
            insert into webhook_delivery (webhook_id, event, customer_id, subject_id, occurred_at, queued_at, next_at, state,
                                          attempts, answer, millis, facts)
            select w.id, e.event, e.customer_id, e.subject_id, ?, ?, ?, 'PENDING', 0, '', 0, e.facts::jsonb
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[])
                with ordinality e(event, customer_id, subject_id, facts, n)
            join webhook w on w.active and e.event = any(w.events)
            order by e.n, w.id
            returning webhook_id
            """;

    /** Of each customer only the first that waits: what happened later must not arrive earlier. */
    private static final String DUE = """
            select d.id, d.message_id, d.event, d.customer_id, d.subject_id, d.occurred_at, d.queued_at, d.attempts,
              d.facts::text
            from webhook_delivery d
            where d.webhook_id = ? and d.state = 'PENDING' and d.next_at <= ? and not exists (
                  select 1 from webhook_delivery e
                  where e.webhook_id = d.webhook_id and e.customer_id = d.customer_id and e.state = 'PENDING' and e.id < d.id)
            order by d.id limit ?
            """;

    private static final String REPLAY = """
            update webhook_delivery set state = 'PENDING', attempts = 0, queued_at = ?, next_at = ?
            where webhook_id = ? and state <> 'PENDING' and (? or id = any(?)) and occurred_at >= ? and occurred_at <= ?
              and (? or state in ('FAILED', 'DROPPED'))
            """;

    private static final String LOG = """
            select id, message_id, event, customer_id, occurred_at, state, attempts, attempted_at, next_at, status, answer, millis
            from webhook_delivery
            where webhook_id = ? and id < ? and (? = '' or state = ?) order by id desc limit ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * What happened, for the outbox.
     *
     * @param event name of the event
     * @param customerId the customer concerned
     * @param subjectId the contact or whatever else it is about; 0 for the customer itself
     * @param facts what is told beside the record, numbers alone (a JSON object)
     */
    record Happened(String event, long customerId, long subjectId, String facts) {}

    /** A delivery whose time has come. */
    record Due(
            long id,
            String messageId,
            WebhookEvent event,
            long customerId,
            long subjectId,
            Instant occurredAt,
            Instant queuedAt,
            int attempts,
            String facts) {}

    /** What became of a try. */
    record Result(
            long id,
            DeliveryState state,
            int attempts,
            Instant nextAt,
            OptionalInt status,
            String answer,
            long millis) {}

    /** Writes events to the outbox, in the running transaction; answers the subscriptions that have something to send now. */
    Set<Long> note(List<Happened> events, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NOTE)) {
            for (int i = 1; i <= 3; i++) {
                statement.setObject(i, now.atOffset(ZoneOffset.UTC));
            }
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", events.stream().map(Happened::event).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bigint", events.stream().map(Happened::customerId).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "bigint", events.stream().map(Happened::subjectId).toArray()));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "text", events.stream().map(Happened::facts).toArray()));
            Set<Long> webhooks = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    webhooks.add(rows.getLong(1));
                }
            }
            return webhooks;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox of webhooks could not be written", e);
        }
    }

    /** What is to be sent now, the oldest first, one of each customer. */
    List<Due> due(long webhookId, Instant now, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setLong(1, webhookId);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            List<Due> due = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            rows.getLong(1),
                            message(rows.getString(2)),
                            WebhookEvent.of(rows.getString(3)).orElseThrow(),
                            rows.getLong(4),
                            rows.getLong(5),
                            instant(rows, 6).orElseThrow(),
                            instant(rows, 7).orElseThrow(),
                            rows.getInt(8),
                            rows.getString(9)));
                }
            }
            return due;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** When the next delivery that waits is due; empty when none waits. */
    Optional<Instant> next(long webhookId) {
        String sql = "select min(next_at) from webhook_delivery where webhook_id = ? and state = 'PENDING'";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, webhookId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? instant(rows, 1) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes what became of tries. */
    void settle(List<Result> results, Instant now) {
        String sql = "update webhook_delivery set state = ?, attempts = ?, next_at = ?, attempted_at = ?, status = ?,"
                + " answer = ?, millis = ? where id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Result result : results) {
                statement.setString(1, result.state().name());
                statement.setInt(2, result.attempts());
                statement.setObject(3, result.nextAt().atOffset(ZoneOffset.UTC));
                statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                if (result.status().isPresent()) {
                    statement.setInt(5, result.status().getAsInt());
                } else {
                    statement.setNull(5, Types.INTEGER);
                }
                statement.setString(6, result.answer());
                statement.setLong(7, result.millis());
                statement.setLong(8, result.id());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The delivery log could not be written", e);
        }
    }

    /** The log of a subscription with ids below {@code before}, newest first. */
    List<DeliveryView> log(long webhookId, Optional<DeliveryState> state, long before, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOG)) {
            String wanted = state.map(Enum::name).orElse("");
            statement.setLong(1, webhookId);
            statement.setLong(2, before);
            statement.setString(3, wanted);
            statement.setString(4, wanted);
            statement.setInt(5, limit);
            List<DeliveryView> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(view(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Lets everything that fits be sent once more; answers how many. */
    int replay(long webhookId, ReplayDraft what, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REPLAY)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setLong(3, webhookId);
            statement.setBoolean(4, what.ids().isEmpty());
            statement.setArray(5, connection.createArrayOf("bigint", what.ids().toArray()));
            statement.setObject(6, what.from().orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC));
            statement.setObject(7, what.to().orElse(now).atOffset(ZoneOffset.UTC));
            statement.setBoolean(8, !what.failed().orElse(false));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The delivery log could not be written", e);
        }
    }

    /** Forgets what was settled before a time. */
    int forget(Instant before) {
        String sql = "delete from webhook_delivery where state <> 'PENDING' and attempted_at < ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        int status = row.getInt(10);
        Optional<Integer> answered = row.wasNull() ? Optional.empty() : Optional.of(status);
        DeliveryState state = DeliveryState.valueOf(row.getString(6));
        return new DeliveryView(
                row.getLong(1),
                message(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                instant(row, 5).orElseThrow(),
                state,
                row.getInt(7),
                instant(row, 8),
                state == DeliveryState.PENDING ? instant(row, 9) : Optional.empty(),
                answered,
                row.getString(11),
                row.getLong(12));
    }

    private static String message(String uuid) {
        return "msg_" + uuid;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("Deliveries of webhooks could not be read", e);
    }
}
