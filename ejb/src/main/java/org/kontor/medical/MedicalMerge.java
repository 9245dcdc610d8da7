package org.kontor.medical;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.database.DatabaseDefinition;
import org.kontor.encryption.EncryptedColumn;
import org.kontor.encryption.FieldEncryption;
import org.kontor.encryption.HoldsEncrypted;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.Sql;

/**
 * Medical answers when customers are merged: what is on file with one of them stays on file (S3-65). The answers of each are set
 * aside, encrypted, and put back when the merge is taken back.
 */
@ApplicationScoped
public class MedicalMerge implements HoldsEncrypted {

    private static final EncryptedColumn RECORD = new EncryptedColumn("medical_record", "answers");
    private static final EncryptedColumn SET_ASIDE = new EncryptedColumn("medical_set_aside", "answers");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    FieldEncryption encryption;

    @Inject
    MedicalRecords records;

    @Inject
    AccessLog log;

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(SET_ASIDE);
    }

    void on(@Observes CustomersMerged merged) {
        List<Long> answered = answered(merged.sources());
        if (answered.isEmpty()) {
            return;
        }
        answered.addAll(answered(List.of(merged.target())));
        answered.forEach(customer -> setAside(merged.mergeId(), customer));
        Map<Long, StoredAnswer> united = records.read(merged.target());
        for (long source : answered) {
            if (source != merged.target()) {
                records.read(source).forEach((question, answer) -> united.merge(question, answer, MedicalMerge::both));
                records.remove(source);
            }
        }
        records.write(merged.target(), united);
        Sql.execute(
                dataSource,
                "update medical_set_aside set version_after = (select version from medical_record where id = ?)"
                        + " where merge_id = ?",
                Sql.of(merged.target(), merged.mergeId()));
        log.write("medical.changed", "customer " + merged.target());
    }

    void on(@Observes CustomersUnmerged unmerged) {
        List<Long> aside = Sql.many(
                dataSource,
                "select former_owner from medical_set_aside where merge_id = ? order by former_owner",
                Sql.of(unmerged.mergeId()),
                row -> row.getLong(1));
        if (aside.isEmpty()) {
            return;
        }
        boolean untouched = Sql.one(
                        dataSource,
                        "select 1 from medical_record r where r.id = ? and r.version ="
                                + " (select max(version_after) from medical_set_aside where merge_id = ?)",
                        Sql.of(unmerged.target(), unmerged.mergeId()),
                        row -> 1)
                .isPresent();
        if (untouched) {
            records.remove(unmerged.target());
        } else {
            unmerged.kept().add("medical-record");
        }
        aside.stream()
                .filter(customer -> untouched || customer != unmerged.target())
                .forEach(customer -> putBack(unmerged.mergeId(), customer));
        Sql.execute(dataSource, "delete from medical_set_aside where merge_id = ?", Sql.of(unmerged.mergeId()));
        log.write("medical.changed", "customer " + unmerged.target());
    }

    private List<Long> answered(List<Long> customers) {
        return new ArrayList<>(Sql.many(
                dataSource,
                "select id from medical_record where id = any(?) order by id",
                Sql.of((Object) customers.toArray(Long[]::new)),
                row -> row.getLong(1)));
    }

    private void setAside(long mergeId, long customer) {
        String answers = StoredAnswer.write(records.read(customer));
        long id = Sql.one(
                        dataSource,
                        "insert into medical_set_aside (merge_id, former_owner, version, created_at, created_by, updated_at,"
                                + " updated_by, answers, on_file, version_after) select ?, id, version, created_at, created_by,"
                                + " updated_at, updated_by, ''::bytea, on_file, 0 from medical_record where id = ? returning id",
                        Sql.of(mergeId, customer),
                        row -> row.getLong(1))
                .orElseThrow();
        Sql.execute(
                dataSource,
                "update medical_set_aside set answers = ? where id = ?",
                Sql.of(encryption.encrypt(SET_ASIDE, id, answers), id));
    }

    /** Answers that were set aside and not put back, of these former owners; by former owner. */
    Map<Long, Map<Long, StoredAnswer>> setAside(List<Long> formerOwners) {
        Map<Long, Map<Long, StoredAnswer>> aside = new TreeMap<>();
        Sql.many(
                dataSource,
                "select id, former_owner, answers from medical_set_aside where former_owner = any(?) order by id",
                Sql.of((Object) formerOwners.toArray(Long[]::new)),
                row -> aside.put(
                        row.getLong(2),
                        StoredAnswer.read(encryption.decryptText(SET_ASIDE, row.getLong(1), row.getBytes(3)))));
        return aside;
    }

    private void putBack(long mergeId, long customer) {
        record Aside(long id, String answers) {}
        Aside aside = Sql.one(
                        dataSource,
                        "select id, answers from medical_set_aside where merge_id = ? and former_owner = ?",
                        Sql.of(mergeId, customer),
                        row -> new Aside(
                                row.getLong(1), encryption.decryptText(SET_ASIDE, row.getLong(1), row.getBytes(2))))
                .orElseThrow();
        Sql.execute(
                dataSource,
                "insert into medical_record (id, version, created_at, created_by, updated_at, updated_by, answers, on_file)"
                        + " select former_owner, version, created_at, created_by, updated_at, updated_by, ?, on_file"
                        + " from medical_set_aside where id = ?",
                Sql.of(encryption.encrypt(RECORD, customer, aside.answers()), aside.id()));
    }

    private static StoredAnswer both(StoredAnswer one, StoredAnswer other) {
        return one.at().isAfter(other.at()) ? other.united(one) : one.united(other);
    }
}
