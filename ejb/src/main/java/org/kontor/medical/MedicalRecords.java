package org.kontor.medical;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.encryption.EncryptedColumn;
import org.kontor.encryption.FieldEncryption;
import org.kontor.encryption.HoldsEncrypted;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.Sql;

/** Stores the answers of a customer as one encrypted value. Whoever writes holds the lock of the customer. */
@ApplicationScoped
public class MedicalRecords implements HoldsEncrypted {

    private static final EncryptedColumn ANSWERS = new EncryptedColumn("medical_record", "answers");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    FieldEncryption encryption;

    @Inject
    Clock clock;

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(ANSWERS);
    }

    /** How many conditions are on file; nothing is decrypted for it. */
    int onFile(long customerId) {
        return Sql.one(
                        dataSource,
                        "select on_file from medical_record where id = ?",
                        Sql.of(customerId),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** Answers by question; to be changed by the caller and given to {@link #write}. */
    Map<Long, StoredAnswer> read(long customerId) {
        return Sql.one(
                        dataSource,
                        "select answers from medical_record where id = ?",
                        Sql.of(customerId),
                        row -> StoredAnswer.read(encryption.decryptText(ANSWERS, customerId, row.getBytes(1))))
                .orElseGet(LinkedHashMap::new);
    }

    /** Whether there was anything to remove. */
    boolean remove(long customerId) {
        return Sql.execute(dataSource, "delete from medical_record where id = ?", Sql.of(customerId)) > 0;
    }

    /** Answers go with their customer. */
    void on(@Observes CustomersRemoved removed) {
        Sql.execute(dataSource, "delete from medical_record where id = any(?)", Sql.of((Object)
                removed.ids().toArray(Long[]::new)));
    }

    void write(long customerId, Map<Long, StoredAnswer> answers) {
        int onFile =
                (int) answers.values().stream().filter(StoredAnswer::onFile).count();
        String login = CallerContext.current().login();
        Sql.execute(
                dataSource,
                "insert into medical_record (id, version, created_at, created_by, updated_at, updated_by, answers, on_file)"
                        + " values (?, 1, ?, ?, ?, ?, ?, ?) on conflict (id) do update set version = medical_record.version + 1,"
                        + " updated_at = excluded.updated_at, updated_by = excluded.updated_by,"
                        + " answers = excluded.answers, on_file = excluded.on_file",
                Sql.of(
                        customerId,
                        clock.instant(),
                        login,
                        clock.instant(),
                        login,
                        encryption.encrypt(ANSWERS, customerId, StoredAnswer.write(answers)),
                        onFile));
    }
}
