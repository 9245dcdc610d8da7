package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Slows down whoever guesses passwords. Each try counts as failed before the password is looked at, so that many tries at the
 * same time gain nothing; success takes the count back. Counted in the database, so that all nodes know.
 *
 * <p>By user: the fifth failure locks for 30 seconds, each further one for twice as long, at most 15 minutes. By address:
 * the same from the twentieth on, since many people may share one. Failures older than a day are forgotten.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInGuard {

    private static final Duration FORGET = Duration.ofDays(1);
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final int USER_TRIES = 5;
    private static final int ADDRESS_TRIES = 20;
    private static final int RESETS = 3;

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Counts a try as failed, unless tries are locked.
     *
     * @return how long to wait; zero when the try may go on
     */
    public Duration count(String login, String address) {
        return count(user(login), USER_TRIES, address(address));
    }

    /**
     * Counts that a link for a new password was asked for, apart from the tries of signing in: by user the third one locks, by
     * address the twentieth.
     *
     * @return how long to wait; zero when it may go on
     */
    public Duration countReset(String login, String address) {
        return count("reset " + user(login), RESETS, "reset " + address(address));
    }

    private Duration count(String user, int userTries, String address) {
        Instant now = clock.instant();
        // Always in the same order, so that two tries cannot wait for each other.
        Duration byAddress = wait(address, now);
        Duration byUser = wait(user, now);
        Duration wait = byAddress.compareTo(byUser) > 0 ? byAddress : byUser;
        if (wait.isZero()) {
            fail(address, now, ADDRESS_TRIES);
            fail(user, now, userTries);
        }
        return wait;
    }

    /** The try succeeded: the user's failures are forgotten, the address has one less. */
    public void succeeded(String login, String address) {
        takeBack(address(address));
        em.createNativeQuery("delete from sign_in_failure where subject = ?1")
                .setParameter(1, user(login))
                .executeUpdate();
    }

    /** This one try was right, and does not count; those before it do. */
    public void passed(String login, String address) {
        takeBack(address(address));
        takeBack(user(login));
    }

    /** Forgets what is old. */
    public void forget() {
        em.createNativeQuery("delete from sign_in_failure where last_at < ?1")
                .setParameter(1, Timestamp.from(clock.instant().minus(FORGET)))
                .executeUpdate();
    }

    /** Forgets the tries of these, in the running transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void forget(Collection<String> logins) {
        for (String login : logins) {
            em.createNativeQuery("delete from sign_in_failure where subject = ?1")
                    .setParameter(1, user(login))
                    .executeUpdate();
        }
    }

    private void takeBack(String subject) {
        em.createNativeQuery("""
                        update sign_in_failure set failures = greatest(failures - 1, 0), locked_until = 'epoch'
                         where subject = ?1
                        """).setParameter(1, subject).executeUpdate();
    }

    private Duration wait(String subject, Instant now) {
        em.createNativeQuery("""
                        insert into sign_in_failure (subject, failures, last_at, locked_until)
                        values (?1, 0, ?2, 'epoch') on conflict do nothing
                        """)
                .setParameter(1, subject)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
        List<?> found = em.createNativeQuery("select locked_until from sign_in_failure where subject = ?1 for update")
                .setParameter(1, subject)
                .getResultList();
        Instant until = found.isEmpty() ? Instant.EPOCH : ((Timestamp) found.get(0)).toInstant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private void fail(String subject, Instant now, int free) {
        int before = ((Number) em.createNativeQuery(
                                "select case when last_at < ?2 then 0 else failures end from sign_in_failure where subject = ?1")
                        .setParameter(1, subject)
                        .setParameter(2, Timestamp.from(now.minus(FORGET)))
                        .getSingleResult())
                .intValue();
        em.createNativeQuery(
                        "update sign_in_failure set failures = ?2, last_at = ?3, locked_until = ?4 where subject = ?1")
                .setParameter(1, subject)
                .setParameter(2, before + 1)
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, Timestamp.from(now.plus(lock(before + 1 - free))))
                .executeUpdate();
    }

    /** The length of the lock after so many failures beyond the free ones; below zero there is none. */
    static Duration lock(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_LOCK.multipliedBy(1L << Math.min(beyond, 10));
        return doubled.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : doubled;
    }

    private static String user(String login) {
        return "user " + HexFormat.of().formatHex(ApiKeys.hash(login.toLowerCase(Locale.ROOT)));
    }

    private static String address(String address) {
        return "address " + (address.length() > 60 ? address.substring(0, 60) : address);
    }
}
