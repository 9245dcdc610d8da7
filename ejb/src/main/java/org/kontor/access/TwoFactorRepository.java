package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Secrets and recovery codes in the database. */
@Dependent
class TwoFactorRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    /** Keeps a secret, unless the user has one. */
    void keep(long userId, byte[] encrypted, Instant now) {
        em.createNativeQuery("""
                        insert into two_factor (id, secret, last_step, created_at) values (?1, ?2, 0, ?3)
                        on conflict do nothing
                        """)
                .setParameter(1, userId)
                .setParameter(2, encrypted)
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** The encrypted secret. */
    Optional<byte[]> secret(long userId) {
        List<?> found = em.createNativeQuery("select secret from two_factor where id = ?1")
                .setParameter(1, userId)
                .getResultList();
        return found.stream().findFirst().map(value -> (byte[]) value);
    }

    /** Uses up the codes of this half minute and of those before; whether that had not been done. */
    boolean useUp(long userId, long step) {
        return em.createNativeQuery("update two_factor set last_step = ?2 where id = ?1 and last_step < ?2")
                        .setParameter(1, userId)
                        .setParameter(2, step)
                        .executeUpdate()
                == 1;
    }

    /** Forgets secret and recovery codes. */
    void forget(long userId) {
        forgetCodes(userId);
        em.createNativeQuery("delete from two_factor where id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }

    /** Replaces the recovery codes. */
    void keepCodes(long userId, List<byte[]> hashes) {
        forgetCodes(userId);
        hashes.forEach(hash -> em.createNativeQuery("insert into recovery_code (user_id, code_hash) values (?1, ?2)")
                .setParameter(1, userId)
                .setParameter(2, hash)
                .executeUpdate());
    }

    /** Uses a recovery code; whether it was there. */
    boolean useCode(long userId, byte[] hash) {
        return em.createNativeQuery("delete from recovery_code where user_id = ?1 and code_hash = ?2")
                        .setParameter(1, userId)
                        .setParameter(2, hash)
                        .executeUpdate()
                == 1;
    }

    /** How many recovery codes are left. */
    int codesLeft(long userId) {
        return ((Number) em.createNativeQuery("select count(*) from recovery_code where user_id = ?1")
                        .setParameter(1, userId)
                        .getSingleResult())
                .intValue();
    }

    private void forgetCodes(long userId) {
        em.createNativeQuery("delete from recovery_code where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }
}
