package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Remembers what a POST with an {@code Idempotency-Key} was answered, in the same transaction as the work itself: either both
 * are there or none. A second request with the same key waits for the first one's transaction.
 */
@Stateless
public class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofDays(2);

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * An answer that was given.
     *
     * @param status HTTP status
     * @param headers header lines to repeat, one a line
     * @param body the body
     */
    public record Answer(int status, String headers, String body) {}

    /**
     * Takes the key for the work of this transaction.
     *
     * @param requestHash SHA-256 of what was asked
     * @return the answer to repeat; empty when the work is to be done now
     * @throws AppException {@link ErrorKind#INVALID} when the key stood for another request, or is not 1 to 200 characters
     */
    public Optional<Answer> take(String key, byte[] requestHash) {
        if (key.isBlank() || key.length() > 200) {
            throw AppException.invalid(
                    "Idempotency-Key", "KEY_LENGTH", "Give an Idempotency-Key of 1 to 200 characters, such as a UUID.");
        }
        long userId = CallerContext.current().userId();
        em.createNativeQuery("set local lock_timeout = '30s'").executeUpdate();
        int taken = em.createNativeQuery("""
                        insert into idempotency_key (user_id, key, request_hash, created_at, status, headers, body)
                        values (?1, ?2, ?3, ?4, 0, '', '') on conflict do nothing
                        """)
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, requestHash)
                .setParameter(4, Timestamp.from(clock.instant()))
                .executeUpdate();
        if (taken == 1) {
            return Optional.empty();
        }
        List<?> found = em.createNativeQuery(
                        "select request_hash, status, headers, body from idempotency_key where user_id = ?1 and key = ?2")
                .setParameter(1, userId)
                .setParameter(2, key)
                .getResultList();
        if (found.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "IDEMPOTENCY_KEY_EXPIRING", "Try again with another Idempotency-Key.");
        }
        Object[] row = (Object[]) found.get(0);
        if (!MessageDigest.isEqual((byte[]) row[0], requestHash)) {
            throw AppException.invalid(
                    "Idempotency-Key",
                    "IDEMPOTENCY_KEY_REUSED",
                    "Use a new Idempotency-Key: this one was used for another request.");
        }
        return Optional.of(new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3]));
    }

    /** Keeps the answer for the key that this transaction has taken. */
    public void keep(String key, Answer answer) {
        em.createNativeQuery("""
                        update idempotency_key set status = ?3, headers = ?4, body = ?5
                         where user_id = ?1 and key = ?2
                        """)
                .setParameter(1, CallerContext.current().userId())
                .setParameter(2, key)
                .setParameter(3, answer.status())
                .setParameter(4, answer.headers())
                .setParameter(5, answer.body())
                .executeUpdate();
    }

    /** Forgets keys after two days. */
    public void forget() {
        em.createNativeQuery("delete from idempotency_key where created_at < ?1")
                .setParameter(1, Timestamp.from(clock.instant().minus(KEPT)))
                .executeUpdate();
    }
}
