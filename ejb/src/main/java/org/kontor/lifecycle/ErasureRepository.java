package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.database.DatabaseDefinition;
import org.kontor.encryption.EncryptedColumn;
import org.kontor.encryption.FieldEncryption;
import org.kontor.encryption.HoldsEncrypted;
import org.kontor.lifecycle.ErasureStep.Kind;
import org.kontor.lifecycle.ErasureStep.State;
import org.kontor.shared.JsonWriter;
import org.kontor.shared.Sql;

/** Erasures and their steps. */
@ApplicationScoped
class ErasureRepository implements HoldsEncrypted {

    private static final EncryptedColumn SUBJECT = new EncryptedColumn("erasure_step", "subject");
    private static final EncryptedColumn HASH_KEY = new EncryptedColumn("erasure", "hash_key");
    private static final String COLUMNS =
            "id, version, created_at, created_by, customer_id, state, message, erased_at, erased::text, kept::text, updated_at";
    private static final String STEP =
            "id, kind, state, connection_id, system, until, code, message, removed, attempts,"
                    + " next_at, changed_at, erasure_id, last_charged";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    FieldEncryption encryption;

    /**
     * A step that is to be done now.
     *
     * @param erasureId its erasure
     * @param view the step
     * @param lastCharged of a vault: the day of the last charge that Kontor knew of
     */
    record Due(long erasureId, ErasureStep view, Optional<LocalDate> lastCharged) {}

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(SUBJECT, HASH_KEY);
    }

    long insert(long customerId, Caller caller, byte[] hashKey, Instant now) {
        long id = Sql.one(
                        dataSource,
                        "insert into erasure (created_at, created_by, user_id, updated_at, customer_id, state)"
                                + " values (?, ?, ?, ?, ?, 'REQUESTED') returning id",
                        Sql.of(now, caller.login(), caller.userId(), now, customerId),
                        row -> row.getLong(1))
                .orElseThrow();
        Sql.execute(
                dataSource,
                "update erasure set hash_key = ? where id = ?",
                Sql.of(encryption.encrypt(HASH_KEY, id, hashKey), id));
        return id;
    }

    /** Adds a step that Kontor does itself. */
    void add(long erasureId, Kind kind, Instant now) {
        Sql.execute(
                dataSource,
                "insert into erasure_step (erasure_id, kind, state, next_at, changed_at) values (?, ?, 'WAITING', ?, ?)",
                Sql.of(erasureId, kind.name(), now, now));
    }

    /** Adds a step of a vault. */
    void addVault(
            long erasureId,
            long connectionId,
            String system,
            String subject,
            Optional<LocalDate> lastCharged,
            Instant now) {
        long id = Sql.one(
                        dataSource,
                        "insert into erasure_step (erasure_id, kind, state, connection_id, system, last_charged, next_at,"
                                + " changed_at) values (?, 'VAULT', 'WAITING', ?, ?, ?, ?, ?) returning id",
                        Sql.of(erasureId, connectionId, system, lastCharged.orElse(null), now, now),
                        row -> row.getLong(1))
                .orElseThrow();
        Sql.execute(
                dataSource,
                "update erasure_step set subject = ? where id = ?",
                Sql.of(encryption.encrypt(SUBJECT, id, subject), id));
    }

    Optional<ErasureView> find(long id) {
        return views("where id = ?", Sql.of(id)).stream().findFirst();
    }

    /** That by which the customer went, or the one whom a merge had made of them; empty when there is none. */
    Optional<ErasureView> ofCustomer(long customerId) {
        return views(
                        "where erased_at is not null and (customer_id = ? or former_ids @> array[?::bigint])",
                        Sql.of(customerId, customerId))
                .stream()
                .findFirst();
    }

    /** Whether a contact with this number went with a customer. */
    boolean hadContact(long contactId) {
        return Sql.one(
                        dataSource,
                        "select 1 from erasure where contact_ids @> array[?::bigint] limit 1",
                        Sql.of(contactId),
                        row -> 1)
                .isPresent();
    }

    /** Whether an erasure of this customer is under way. */
    boolean requested(long customerId) {
        return Sql.one(
                        dataSource,
                        "select 1 from erasure where customer_id = ? and state = 'REQUESTED'",
                        Sql.of(customerId),
                        row -> 1)
                .isPresent();
    }

    List<ErasureView> list(long before, int atMost) {
        return views("where id < ? order by id desc limit ?", Sql.of(before, atMost));
    }

    private List<ErasureView> views(String rest, Sql.Parameters parameters) {
        List<ErasureView> found = Sql.many(
                dataSource, "select " + COLUMNS + " from erasure " + rest, parameters, ErasureRepository::view);
        Long[] ids = found.stream().map(ErasureView::id).toArray(Long[]::new);
        List<Due> steps = Sql.many(
                dataSource,
                "select " + STEP + " from erasure_step where erasure_id = any(?) order by id",
                Sql.of((Object) ids),
                ErasureRepository::due);
        return found.stream()
                .map(each -> each.with(steps.stream()
                        .filter(step -> step.erasureId() == each.id())
                        .map(Due::view)
                        .toList()))
                .toList();
    }

    /** Holds the erasure until the transaction ends; whether it is there. */
    boolean lock(long id) {
        return Sql.one(dataSource, "select 1 from erasure where id = ? for update", Sql.of(id), row -> 1)
                .isPresent();
    }

    /** The first step whose time has come, in order: what is before it is done. */
    Optional<Due> due(long erasureId, Instant now) {
        return Sql.one(
                dataSource,
                "select " + STEP + " from erasure_step s where erasure_id = ? and next_at <= ? and not exists ("
                        + "select 1 from erasure_step b where b.erasure_id = s.erasure_id and b.id < s.id"
                        + " and b.kind <> 'VAULT' and b.state <> 'CONFIRMED') order by id limit 1 for update",
                Sql.of(erasureId, now),
                ErasureRepository::due);
    }

    /** What the vault calls the person. */
    String subject(long stepId) {
        return Sql.one(
                        dataSource,
                        "select subject from erasure_step where id = ?",
                        Sql.of(stepId),
                        row -> row.getBytes(1))
                .map(value -> encryption.decryptText(SUBJECT, stepId, value))
                .orElseThrow();
    }

    /** The key of the hashes in the certificate. */
    byte[] hashKey(long erasureId) {
        return Sql.one(
                        dataSource,
                        "select hash_key from erasure where id = ?",
                        Sql.of(erasureId),
                        row -> row.getBytes(1))
                .map(value -> encryption.decrypt(HASH_KEY, erasureId, value))
                .orElseThrow();
    }

    /** Notes that a step is asked for, before it is: until {@code again} nobody else asks. */
    void requested(long stepId, Instant again, Instant now) {
        Sql.execute(
                dataSource,
                "update erasure_step set state = case when state in ('WAITING', 'FAILED') then 'REQUESTED' else state end,"
                        + " attempts = attempts + 1, next_at = ?, changed_at = ? where id = ?",
                Sql.of(again, now, stepId));
    }

    /** Takes back the steps of vaults, of which none was begun. */
    void forgetVaults(long erasureId) {
        Sql.execute(dataSource, "delete from erasure_step where erasure_id = ? and kind = 'VAULT'", Sql.of(erasureId));
    }

    void confirmed(long stepId, int removed, String code, Instant now) {
        Sql.execute(
                dataSource,
                "update erasure_step set state = 'CONFIRMED', subject = null, code = ?, message = '', until = null,"
                        + " next_at = null, removed = removed + ?, changed_at = ? where id = ?",
                Sql.of(code, removed, now, stepId));
    }

    /** Notes how a try ended that is not the last one. A slow answer does not undo what a later try brought about. */
    void open(long stepId, VaultAnswer answer, Instant now) {
        Sql.execute(
                dataSource,
                "update erasure_step set state = ?, until = ?, code = ?, message = ?, removed = removed + ?, next_at = ?,"
                        + " changed_at = ? where id = ? and state <> 'CONFIRMED'",
                Sql.of(
                        answer.state().name(),
                        answer.until().orElse(null),
                        answer.code(),
                        answer.message(),
                        answer.removed(),
                        answer.nextAt(),
                        now,
                        stepId));
    }

    /** Lets what is open be tried now. */
    int hurry(long erasureId, Instant now) {
        return Sql.execute(
                dataSource,
                "update erasure_step set next_at = ? where erasure_id = ? and state <> 'CONFIRMED'",
                Sql.of(now, erasureId));
    }

    /**
     * A step of a vault that is not over.
     *
     * @param asked whether the vault is asked for the first time, or again behind a failure, at this moment
     */
    record Waiting(long erasureId, long stepId, String subject, boolean asked) {}

    /** Steps of a vault that were asked for and are not over. */
    List<Waiting> waiting(long connectionId) {
        return Sql.many(
                dataSource,
                "select erasure_id, id, subject, state = 'REQUESTED' from erasure_step where connection_id = ?"
                        + " and subject is not null and state in ('REQUESTED', 'PENDING_UNTIL', 'REFUSED_UNTIL', 'FAILED')"
                        + " order by erasure_id, id",
                Sql.of(connectionId),
                row -> new Waiting(
                        row.getLong(1),
                        row.getLong(2),
                        encryption.decryptText(SUBJECT, row.getLong(2), row.getBytes(3)),
                        row.getBoolean(4)));
    }

    /** Lets a step be tried now. */
    void hurryStep(long stepId, Instant now) {
        Sql.execute(
                dataSource,
                "update erasure_step set next_at = ? where id = ? and state <> 'CONFIRMED'",
                Sql.of(now, stepId));
    }

    /** The person is gone. */
    void erased(
            long id,
            List<Long> formerIds,
            List<Long> contactIds,
            Map<String, Long> erased,
            Map<String, String> kept,
            Instant now) {
        Sql.execute(
                dataSource,
                "update erasure set version = version + 1, updated_at = ?, state = 'ERASED', message = '', erased_at = ?,"
                        + " former_ids = ?, contact_ids = ?, erased = ?::jsonb, kept = ?::jsonb where id = ?",
                Sql.of(
                        now,
                        now,
                        formerIds.toArray(Long[]::new),
                        contactIds.toArray(Long[]::new),
                        JsonWriter.write(erased).toString(),
                        JsonWriter.write(kept).toString(),
                        id));
    }

    /** Something stands in the way: it ends here. */
    void blocked(long id, String message, Instant now) {
        Sql.execute(
                dataSource,
                "update erasure_step set next_at = null, subject = null, changed_at = ? where erasure_id = ?",
                Sql.of(now, id));
        Sql.execute(
                dataSource,
                "update erasure set version = version + 1, updated_at = ?, state = 'BLOCKED', message = ? where id = ?",
                Sql.of(now, message, id));
    }

    /** Counts a version on; completes it when every step is confirmed. */
    void changed(long id, String message, Instant now) {
        Sql.execute(
                dataSource,
                "update erasure e set version = version + 1, updated_at = ?, message = ?, state = case when state = 'ERASED' and not"
                        + " exists (select 1 from erasure_step s where s.erasure_id = e.id and s.state <> 'CONFIRMED')"
                        + " then 'COMPLETED' else state end where id = ?",
                Sql.of(now, message, id));
    }

    private static ErasureView view(ResultSet row) throws SQLException {
        Map<String, Long> erased = new TreeMap<>();
        Map<String, String> kept = new TreeMap<>();
        json(row.getString(9)).forEach((noun, count) -> erased.put(noun, Long.valueOf(count.toString())));
        JsonObject reasons = json(row.getString(10));
        reasons.keySet().forEach(noun -> kept.put(noun, reasons.getString(noun)));
        return new ErasureView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 11),
                row.getLong(5),
                ErasureView.Progress.of(ErasureState.valueOf(row.getString(6))),
                ErasureState.valueOf(row.getString(6)),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                erased,
                kept,
                List.of(),
                Optional.empty());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Due due(ResultSet row) throws SQLException {
        ErasureStep step = new ErasureStep(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                State.valueOf(row.getString(3)),
                Optional.ofNullable(row.getObject(4, Long.class)),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getInt(10),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Sql.instant(row, 12));
        return new Due(row.getLong(13), step, Optional.ofNullable(row.getObject(14, LocalDate.class)));
    }
}
