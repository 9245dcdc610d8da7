package org.kontor.communication;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Messages in the database. */
@ApplicationScoped
class MessageRepository {

    private static final String SELECT =
            "select m.id, m.version, m.created_at, m.created_by, m.customer_id, m.contact_id, m.channel, m.direction, m.state,"
                    + " m.happened_at, m.address, m.subject, m.text, m.connection_name, m.remote_id, m.trouble, m.tries, m.updated_at"
                    + " from message m where ";

    private static final String PAGE = SELECT
            + "m.customer_id = ? and (m.happened_at, m.id) < (?, ?) and (? or m.channel = any(?)) and (? or m.direction = any(?))"
            + " and (? or m.state = any(?)) order by m.happened_at desc, m.id desc limit ?";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A file as it is stored: a statement with its content. */
    record StoredFile(MessageFileView view, Optional<ByteBuffer> content) {}

    /** What a sending needs beside the message. */
    record Sending(String key, int tries, Instant queuedAt) {}

    long add(long customerId, Checked message, String key) {
        MessageDraft draft = message.draft();
        Instant now = now();
        long id = Sql.one(
                        dataSource,
                        "insert into message (created_at, created_by, customer_id, contact_id, channel, direction, state, happened_at,"
                                + " address, subject, text, sending_key, queued_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " returning id",
                        Sql.of(
                                now,
                                CallerContext.current().login(),
                                customerId,
                                draft.contactId().orElse(null),
                                message.channel().name(),
                                message.direction().name(),
                                (draft.logged() ? MessageState.LOGGED : MessageState.QUEUED).name(),
                                draft.happenedAt().orElse(now),
                                draft.address(),
                                draft.subject(),
                                draft.text(),
                                key,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
        for (int i = 0; i < message.files().size(); i++) {
            StoredFile file = message.files().get(i);
            Sql.execute(
                    dataSource,
                    "insert into message_file (message_id, position, kind, reference_id, name, content) values (?, ?, ?, ?, ?, ?)",
                    Sql.of(
                            id,
                            i,
                            file.view().kind().name(),
                            file.view().id().orElse(null),
                            file.view().name(),
                            file.content().map(ByteBuffer::array).orElse(null)));
        }
        return id;
    }

    Optional<MessageView> find(long id) {
        return withFiles(Sql.many(dataSource, SELECT + "m.id = ?", Sql.of(id), MessageRepository::view)).stream()
                .findFirst();
    }

    /** Those of these ids that there are. */
    List<MessageView> findAll(List<Long> ids) {
        return withFiles(Sql.many(
                dataSource,
                SELECT + "m.id = any(?) order by m.id",
                Sql.of((Object) ids.toArray(Long[]::new)),
                MessageRepository::view));
    }

    /** Messages before this one in the order of the list: what happened last comes first. */
    List<MessageView> ofCustomer(long customerId, MessageQuery query, Instant before, long beforeId, int limit) {
        return withFiles(Sql.many(
                dataSource,
                PAGE,
                Sql.of(
                        customerId,
                        before,
                        beforeId,
                        query.channels().isEmpty(),
                        names(query.channels()),
                        query.directions().isEmpty(),
                        names(query.directions()),
                        query.states().isEmpty(),
                        names(query.states()),
                        limit),
                MessageRepository::view));
    }

    LastContactView lastContact(long customerId) {
        return Sql.one(
                        dataSource,
                        "select max(happened_at) filter (where channel = 'EMAIL' and state = 'SENT'),"
                                + " max(happened_at) filter (where channel = 'EMAIL'), max(happened_at) filter (where channel = 'SMS'),"
                                + " max(happened_at) filter (where channel = 'LETTER'), max(happened_at) filter (where channel = 'CALL'),"
                                + " max(happened_at) from message where customer_id = ? and state in ('SENT', 'LOGGED')",
                        Sql.of(customerId),
                        row -> new LastContactView(
                                moment(row, 1),
                                moment(row, 2),
                                moment(row, 3),
                                moment(row, 4),
                                moment(row, 5),
                                moment(row, 6)))
                .orElseThrow();
    }

    Sending sending(long id) {
        return Sql.one(
                        dataSource,
                        "select sending_key, tries, queued_at from message where id = ?",
                        Sql.of(id),
                        row -> new Sending(row.getString(1), row.getInt(2), Sql.instant(row, 3)))
                .orElseThrow();
    }

    /** What goes along, with the content of what is kept. */
    List<StoredFile> files(long id) {
        return Sql.many(
                dataSource,
                "select kind, reference_id, name, content from message_file where message_id = ? order by position",
                Sql.of(id),
                row -> new StoredFile(
                        file(row, 1), Optional.ofNullable(row.getBytes(4)).map(ByteBuffer::wrap)));
    }

    /** Notes that a connector gets it now. */
    void sending(long id, long connectionId, String connectionName) {
        Sql.execute(
                dataSource,
                "update message set state = 'SENDING', tries = tries + 1, connection_id = ?, connection_name = ?, trouble = '',"
                        + " version = version + 1 where id = ?",
                Sql.of(connectionId, connectionName, id));
    }

    /** Notes where it stands; with {@link MessageState#SENT} it happened now. */
    void settle(long id, MessageState state, String remoteId, String trouble) {
        Sql.execute(
                dataSource,
                "update message set state = ?, remote_id = ?, trouble = ?, happened_at = case when ? then ? else happened_at end,"
                        + " version = version + 1 where id = ?",
                Sql.of(state.name(), remoteId, trouble, state == MessageState.SENT, now(), id));
    }

    /** Notes a try that was not even begun. */
    void tried(long id) {
        Sql.execute(dataSource, "update message set tries = tries + 1 where id = ?", Sql.of(id));
    }

    /** Asks to send it again. */
    void queueAgain(long id, String key) {
        Sql.execute(
                dataSource,
                "update message set state = 'QUEUED', trouble = '', tries = 0, sending_key = ?, queued_at = ?, version = version + 1"
                        + " where id = ?",
                Sql.of(key, now(), id));
    }

    /** The company entity of a customer. */
    long entityOf(long customerId) {
        return Sql.one(
                        dataSource,
                        "select entity_id from customer where id = ?",
                        Sql.of(customerId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    boolean contactBelongsTo(long contactId, long customerId) {
        return Sql.one(
                        dataSource,
                        "select 1 from contact where id = ? and customer_id = ?",
                        Sql.of(contactId, customerId),
                        row -> 1)
                .isPresent();
    }

    private List<MessageView> withFiles(List<MessageView> messages) {
        record Owned(long message, MessageFileView file) {}

        Map<Long, List<MessageFileView>> files = Sql.many(
                        dataSource,
                        "select message_id, kind, reference_id, name from message_file where message_id = any(?)"
                                + " order by message_id, position",
                        Sql.of((Object) messages.stream().map(MessageView::id).toArray(Long[]::new)),
                        row -> new Owned(row.getLong(1), file(row, 2)))
                .stream()
                .collect(Collectors.groupingBy(Owned::message, Collectors.mapping(Owned::file, Collectors.toList())));
        return messages.stream()
                .map(message -> message.with(files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    private static MessageFileView file(ResultSet row, int first) throws SQLException {
        return new MessageFileView(
                MessageFileKind.valueOf(row.getString(first)),
                Optional.ofNullable(row.getObject(first + 1, Long.class)),
                row.getString(first + 2));
    }

    private static MessageView view(ResultSet row) throws SQLException {
        return new MessageView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 18),
                row.getLong(5),
                Optional.ofNullable(row.getObject(6, Long.class)),
                MessageKind.valueOf(row.getString(7)),
                MessageDirection.valueOf(row.getString(8)),
                MessageState.valueOf(row.getString(9)),
                Sql.instant(row, 10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                List.of(),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getInt(17));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private Instant now() {
        return clock.instant();
    }
}
