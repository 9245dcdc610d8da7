package org.kontor.kiosk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Kiosks in the database. */
@ApplicationScoped
class KioskDeviceRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A kiosk that runs and whose user is active.
     *
     * @param id Kontor's own number
     * @param userId who started it
     * @param login sign-in name of who started it
     * @param name where it stands
     * @param passcodeHash Argon2id of its passcode
     * @param idleSeconds after how many seconds it forgets what was typed
     * @param asksMedical whether it asks the medical questions
     */
    record Device(
            long id,
            long userId,
            String login,
            String name,
            String passcodeHash,
            int idleSeconds,
            boolean asksMedical) {}

    long add(KioskDraft draft, int idleSeconds, byte[] tokenHash, String passcodeHash, Caller by, Instant now) {
        return Sql.one(
                        dataSource,
                        "insert into kiosk (created_at, created_by, user_id, name, token_hash, passcode_hash, idle_seconds,"
                                + " asks_medical) values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        Sql.of(
                                now,
                                by.login(),
                                by.userId(),
                                draft.name(),
                                tokenHash,
                                passcodeHash,
                                idleSeconds,
                                draft.asksMedical()),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    List<KioskView> running(int atMost) {
        return Sql.many(
                dataSource,
                "select id, version, created_at, created_by, name, idle_seconds, asks_medical, last_seen_at from kiosk"
                        + " where ended_at is null order by id limit ?",
                Sql.of(atMost),
                row -> new KioskView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getBoolean(7),
                        Optional.ofNullable(row.getObject(8, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    Optional<Device> byToken(byte[] tokenHash) {
        return Sql.one(
                dataSource,
                "select k.id, k.user_id, u.login, k.name, k.passcode_hash, k.idle_seconds, k.asks_medical from kiosk k"
                        + " join app_user u on u.id = k.user_id and u.active where k.token_hash = ? and k.ended_at is null",
                Sql.of((Object) tokenHash),
                row -> new Device(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getBoolean(7)));
    }

    /** Notes that a kiosk asked for something, unless that was noted since {@code before}. */
    void seen(long id, Instant now, Instant before) {
        Sql.execute(
                dataSource,
                "update kiosk set last_seen_at = ? where id = ? and (last_seen_at is null or last_seen_at < ?)",
                Sql.of(now, id, before));
    }

    /** Ends a kiosk; gives its name, or nothing when none with this id runs. */
    Optional<String> end(long id, Instant now, String by) {
        return Sql.one(
                dataSource,
                "update kiosk set ended_at = ?, ended_by = ?, version = version + 1 where id = ? and ended_at is null"
                        + " returning name",
                Sql.of(now, by, id),
                row -> row.getString(1));
    }
}
