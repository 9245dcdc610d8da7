package org.kontor.encryption;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which keys values of this database need, and the values that still need an older one. */
@Dependent
class KeyRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    Clock clock;

    /** Ids of the keys without which something here cannot be read. */
    Set<Integer> needed() {
        Set<Integer> ids = new HashSet<>();
        for (Object id :
                em.createNativeQuery("select key_id from encryption_key").getResultList()) {
            ids.add(((Number) id).intValue());
        }
        return ids;
    }

    void need(int key) {
        em.createNativeQuery(
                        "insert into encryption_key (key_id, first_used_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, key)
                .setParameter(2, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    void needNoLonger(int key) {
        em.createNativeQuery("delete from encryption_key where key_id = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }

    /** Values behind this row that were not encrypted with this key, locked; at most as many as said, in order. */
    @SuppressWarnings("unchecked")
    List<Object[]> outdated(EncryptedColumn column, int primary, long after, int limit) {
        return em.createNativeQuery("select id, " + column.column() + " from " + column.table() + " where "
                        + keyOf(column) + " <> ?1 and id > ?2 order by id limit ?3 for update skip locked")
                .setParameter(1, bytes(primary))
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList();
    }

    /** Whether any value of the column was encrypted with this key. */
    boolean uses(EncryptedColumn column, int key) {
        return !em.createNativeQuery("select 1 from " + column.table() + " where " + keyOf(column) + " = ?1 limit 1")
                .setParameter(1, bytes(key))
                .getResultList()
                .isEmpty();
    }

    /** Replaces a value by the same one under another key; the row's version stays, its meaning did not change. */
    void replace(EncryptedColumn column, long id, byte[] value) {
        em.createNativeQuery("update " + column.table() + " set " + column.column() + " = ?1 where id = ?2")
                .setParameter(1, value)
                .setParameter(2, id)
                .executeUpdate();
    }

    private static String keyOf(EncryptedColumn column) {
        return "substring(" + column.column() + " from 2 for 4)";
    }

    private static byte[] bytes(int key) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(key).array();
    }
}
