package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.encryption.EncryptedColumn;
import org.kontor.encryption.FieldEncryption;
import org.kontor.encryption.HoldsEncrypted;

/** Connections and their secrets. A secret is decrypted where it is used, and nowhere else. */
@ApplicationScoped
class ConnectionRepository implements HoldsEncrypted {

    /** Which secrets: those somebody entered, or those the remote system changes by itself. */
    enum Purpose {
        SETTING,
        TOKEN
    }

    private static final EncryptedColumn SECRET = new EncryptedColumn("connection_secret", "value");

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    FieldEncryption encryption;

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(SECRET);
    }

    List<StoredConnection> all() {
        return em.createQuery("select c from StoredConnection c order by c.id", StoredConnection.class)
                .getResultList();
    }

    Optional<StoredConnection> find(long id) {
        return Optional.ofNullable(em.find(StoredConnection.class, id));
    }

    void add(StoredConnection connection) {
        em.persist(connection);
        em.flush();
    }

    /** Writes changes; the version counts also when nothing but settings or secrets changed. */
    void changed(StoredConnection connection) {
        em.lock(connection, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }

    void remove(StoredConnection connection) {
        em.remove(connection);
        em.flush();
    }

    boolean nameTaken(String name, long exceptId) {
        return !em.createNativeQuery("select 1 from connection where lower(name) = lower(?1) and id <> ?2")
                .setParameter(1, name)
                .setParameter(2, exceptId)
                .getResultList()
                .isEmpty();
    }

    boolean entityExists(long entityId) {
        return !em.createNativeQuery("select 1 from company_entity where id = ?1")
                .setParameter(1, entityId)
                .getResultList()
                .isEmpty();
    }

    void health(long id, ConnectionTest test) {
        em.createNativeQuery("update connection set health = ?1, health_detail = ?2, checked_at = ?3 where id = ?4")
                .setParameter(1, test.health())
                .setParameter(2, test.detail())
                .setParameter(3, Timestamp.from(test.checkedAt()))
                .setParameter(4, id)
                .executeUpdate();
    }

    /** Which secret settings have a value, by connection. */
    Map<Long, List<String>> secretsSet() {
        Map<Long, List<String>> byConnection = new HashMap<>();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "select connection_id, name from connection_secret where purpose = 'SETTING' order by name")
                .getResultList();
        rows.forEach(row -> byConnection
                .computeIfAbsent(((Number) row[0]).longValue(), id -> new java.util.ArrayList<>())
                .add((String) row[1]));
        return byConnection;
    }

    /** Secrets in clear. */
    Map<String, String> secrets(long connectionId, Purpose purpose) {
        Map<String, String> secrets = new TreeMap<>();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "select id, name, value from connection_secret where connection_id = ?1 and purpose = ?2")
                .setParameter(1, connectionId)
                .setParameter(2, purpose.name())
                .getResultList();
        rows.forEach(row -> secrets.put(
                (String) row[1], encryption.decryptText(SECRET, ((Number) row[0]).longValue(), (byte[]) row[2])));
        return secrets;
    }

    /** Stores a secret in place of the one of this name; an empty one is removed. */
    void secret(long connectionId, Purpose purpose, String name, String value, Instant now) {
        em.createNativeQuery("delete from connection_secret where connection_id = ?1 and purpose = ?2 and name = ?3")
                .setParameter(1, connectionId)
                .setParameter(2, purpose.name())
                .setParameter(3, name)
                .executeUpdate();
        if (value.isEmpty()) {
            return;
        }
        long id = ((Number) em.createNativeQuery("select nextval('connection_secret_seq')")
                        .getSingleResult())
                .longValue();
        em.createNativeQuery("insert into connection_secret (id, connection_id, purpose, name, value, changed_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id)
                .setParameter(2, connectionId)
                .setParameter(3, purpose.name())
                .setParameter(4, name)
                .setParameter(5, encryption.encrypt(SECRET, id, value))
                .setParameter(6, Timestamp.from(now))
                .executeUpdate();
    }

    /** Holds others back who want to change the tokens of this connection, until the transaction ends. */
    void lockTokens(long connectionId) {
        em.createNativeQuery("select id from connection where id = ?1 for update")
                .setParameter(1, connectionId)
                .getResultList();
    }
}
