package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Links for a new password, in the database. A link is made when it is sent and not before; its token is stored as a hash, and is good
 * for one new password of this user, this password and this e-mail address. For the feature that sends it, not for faces.
 */
@Dependent
public class ResetLinks {

    /** How long a link is good. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(30);

    /** What could not be sent for so long is not sent any more. */
    static final Duration SENT_WITHIN = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    AccessRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * What to send.
     *
     * @param to the user's e-mail address
     * @param login the user's sign-in name
     * @param token in clear; stored nowhere
     * @param language of the user: en or de
     * @param tries how often sending was tried before
     * @param apiKeys keys of the user that let in now, and will afterwards
     */
    public record Letter(String to, String login, String token, String language, int tries, List<String> apiKeys) {}

    /** Notes that a link is wanted; nobody is an id of nobody, so that asking for somebody who is not there leaves the same. */
    long ask(Optional<User> user, String language) {
        return ((Number) em.createNativeQuery("""
                        insert into password_reset (user_id, asked_at, language) values (cast(?1 as bigint), ?2, ?3) returning id
                        """)
                        .setParameter(1, user.map(User::id).orElse(null))
                        .setParameter(2, Timestamp.from(clock.instant()))
                        .setParameter(3, language)
                        .getSingleResult())
                .longValue();
    }

    /** Whether the link is still to be sent: wanted of a user who may have it, not long ago, and not wanted again since. */
    public boolean due(long id) {
        return find(id).isPresent();
    }

    /** Makes the token anew, which ends every other link of the user; empty when it is not {@link #due} any more. */
    public Optional<Letter> mint(long id) {
        Optional<Asked> found = find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        User user = found.get().user();
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        end(user);
        em.createNativeQuery("""
                        update password_reset set token_hash = ?2, expires_at = ?3, stamp = ?4, email = ?5 where id = ?1
                        """)
                .setParameter(1, id)
                .setParameter(2, ApiKeys.hash(token))
                .setParameter(3, Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .setParameter(4, user.credentialStamp())
                .setParameter(5, user.email())
                .executeUpdate();
        return Optional.of(new Letter(
                user.email(),
                user.login(),
                token,
                language(user, found.get().language()),
                found.get().tries(),
                repository.goodKeys(user, clock.instant()).stream()
                        .map(ApiKey::label)
                        .toList()));
    }

    /** The mail server has taken the mail, or nobody knows whether it has: it is not sent again. */
    public void sent(long id, boolean surely) {
        over(id, surely ? "password.reset-sent" : "password.reset-unsure");
    }

    /** The mail server does not want the mail: the link is good for nothing. */
    public void failed(long id) {
        over(id, "password.reset-failed");
        em.createNativeQuery("update password_reset set token_hash = null where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** The mail certainly did not leave: it is tried again. */
    public void triedInVain(long id) {
        em.createNativeQuery("update password_reset set tries = tries + 1 where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Whose link this is; empty when it is none, too old, used, or something of the user has changed since. */
    Optional<User> user(String token) {
        List<?> found = em.createNativeQuery("""
                        select r.user_id from password_reset r
                          join app_user u on u.id = r.user_id and u.active and u.credential_stamp = r.stamp and u.email = r.email
                         where r.token_hash = ?1 and r.expires_at > ?2
                        """)
                .setParameter(1, ApiKeys.hash(token))
                .setParameter(2, Timestamp.from(clock.instant()))
                .getResultList();
        return found.stream().findFirst().flatMap(id -> repository.user(((Number) id).longValue()));
    }

    /** Uses a link up; false when somebody else did meanwhile. */
    boolean use(String token) {
        return em.createNativeQuery("update password_reset set token_hash = null where token_hash = ?1")
                        .setParameter(1, ApiKeys.hash(token))
                        .executeUpdate()
                == 1;
    }

    /** Every link of the user is good for nothing from now on. */
    void end(User user) {
        em.createNativeQuery(
                        "update password_reset set token_hash = null where user_id = ?1 and token_hash is not null")
                .setParameter(1, user.id())
                .executeUpdate();
    }

    /** Forgets what is old. */
    void forget() {
        em.createNativeQuery("delete from password_reset where asked_at < ?1")
                .setParameter(1, Timestamp.from(clock.instant().minus(KEPT)))
                .executeUpdate();
    }

    private record Asked(User user, String language, int tries) {}

    private Optional<Asked> find(long id) {
        Instant now = clock.instant();
        List<?> rows = em.createNativeQuery("""
                        select r.user_id, r.language, r.tries from password_reset r
                         where r.id = ?1 and r.over_at is null and r.asked_at > ?2
                           and not exists (select 1 from password_reset n where n.user_id = r.user_id and n.id > r.id)
                           for update
                        """)
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(now.minus(SENT_WITHIN)))
                .getResultList();
        if (rows.isEmpty() || !(((Object[]) rows.get(0))[0] instanceof Number userId)) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        return repository
                .user(userId.longValue())
                .filter(user -> user.active() && !user.email().isEmpty())
                .map(user -> new Asked(user, (String) row[1], ((Number) row[2]).intValue()));
    }

    private void over(long id, String kind) {
        List<?> found = em.createNativeQuery("""
                        select u.login from password_reset r join app_user u on u.id = r.user_id where r.id = ?1
                        """).setParameter(1, id).getResultList();
        em.createNativeQuery("update password_reset set over_at = ?2 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, Timestamp.from(clock.instant()))
                .executeUpdate();
        found.forEach(login -> log.write(kind, Caller.SYSTEM.login(), "", String.valueOf(login)));
    }

    private String language(User user, String asked) {
        return switch (repository.preferences(user.id()).language()) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case BROWSER -> asked;
        };
    }
}
