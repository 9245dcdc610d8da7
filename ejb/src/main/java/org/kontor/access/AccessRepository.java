package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Users, user groups, roles and API keys in the database. */
@Dependent
class AccessRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    private volatile long adminId;

    void add(Object entity) {
        em.persist(entity);
    }

    void remove(Object entity) {
        em.remove(entity);
    }

    /** Writes now, so that a violated constraint is found here and the version is known. */
    void flush() {
        em.flush();
    }

    Optional<User> user(long id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    /**
     * The user with this id.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    User existingUser(long id) {
        return user(id).orElseThrow(() -> new AppException(
                ErrorKind.ABSENT, "USER_NOT_FOUND", "Look for another user: there is none with id " + id + "."));
    }

    /** The id of the first administrator, who is never deleted: asked for with each request by the configured key. */
    long adminId() {
        long known = adminId;
        if (known == 0) {
            known = userByLogin(FirstStart.ADMIN)
                    .map(User::id)
                    .orElseThrow(() -> new IllegalStateException("There is no user " + FirstStart.ADMIN));
            adminId = known;
        }
        return known;
    }

    Optional<User> userByLogin(String login) {
        return em.createQuery("select u from User u where u.login = :login", User.class)
                .setParameter("login", login)
                .getResultStream()
                .findFirst();
    }

    /** What a user chose, or how things are as long as nothing was. */
    PreferencesView preferences(long userId) {
        return Optional.ofNullable(em.find(UserPreference.class, userId))
                .map(UserPreference::view)
                .orElse(PreferencesView.NOTHING_CHOSEN);
    }

    /** The row to change, made when there is none; when two make it at once, one of them finds that of the other. */
    UserPreference preferencesToChange(long userId) {
        em.createNativeQuery("""
                        insert into user_preference (user_id, version, theme, language, start_page)
                        values (?1, 1, 'SYSTEM', 'BROWSER', 'CUSTOMERS') on conflict do nothing
                        """).setParameter(1, userId).executeUpdate();
        return em.find(UserPreference.class, userId);
    }

    List<User> users(long after, int atMost) {
        return em.createQuery("select u from User u where u.id > :after order by u.id", User.class)
                .setParameter("after", after)
                .setHint("eclipselink.batch", "u.roles")
                .setHint("eclipselink.batch", "u.groups")
                .setMaxResults(atMost)
                .getResultList();
    }

    List<User> users(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select u from User u where u.id in :ids order by u.id", User.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.batch", "u.roles")
                .setHint("eclipselink.batch", "u.groups")
                .getResultList();
    }

    List<User> usersNamed(List<String> logins) {
        if (logins.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select u from User u where u.login in :logins", User.class)
                .setParameter("logins", logins)
                .getResultList();
    }

    /** Whether any user, active or not, has this address, regardless of case. */
    boolean emailTaken(String email) {
        return !em.createQuery("select u.id from User u where lower(u.email) = lower(:email)", Long.class)
                .setParameter("email", email)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Lets those who may take rights from administrators pass one at a time, until the transaction ends. */
    void lockAdministration() {
        em.createNativeQuery("select id from app_role where all_permissions for no key update")
                .getResultList();
    }

    /** Whether an active user has a role with all permissions, of their own or by a group. */
    boolean anyAdministrator() {
        return (Boolean) em.createNativeQuery("""
                        select exists (
                            select 1 from app_user u
                              join (select user_id, role_id from user_role
                                    union all
                                    select m.user_id, g.role_id from user_group_member m
                                      join user_group_role g on g.group_id = m.group_id) has on has.user_id = u.id
                              join app_role r on r.id = has.role_id
                             where u.active and r.all_permissions)
                        """).getSingleResult();
    }

    Optional<UserGroup> group(long id) {
        return Optional.ofNullable(em.find(UserGroup.class, id));
    }

    List<UserGroup> groups(long after, int atMost) {
        return em.createQuery("select g from UserGroup g where g.id > :after order by g.id", UserGroup.class)
                .setParameter("after", after)
                .setHint("eclipselink.batch", "g.roles")
                .setHint("eclipselink.batch", "g.users")
                .setMaxResults(atMost)
                .getResultList();
    }

    List<UserGroup> groupsNamed(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select g from UserGroup g where g.name in :names", UserGroup.class)
                .setParameter("names", names)
                .getResultList();
    }

    boolean groupNameTaken(String name, long exceptId) {
        return !em.createQuery(
                        "select g.id from UserGroup g where lower(g.name) = lower(:name) and g.id <> :id", Long.class)
                .setParameter("name", name)
                .setParameter("id", exceptId)
                .getResultList()
                .isEmpty();
    }

    Optional<Role> role(long id) {
        return Optional.ofNullable(em.find(Role.class, id));
    }

    List<Role> roles() {
        return em.createQuery("select r from Role r order by r.name", Role.class)
                .getResultList();
    }

    List<Role> rolesNamed(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select r from Role r where r.name in :names", Role.class)
                .setParameter("names", names)
                .getResultList();
    }

    boolean roleNameTaken(String name, long exceptId) {
        return !em.createQuery("select r.id from Role r where lower(r.name) = lower(:name) and r.id <> :id", Long.class)
                .setParameter("name", name)
                .setParameter("id", exceptId)
                .getResultList()
                .isEmpty();
    }

    /** How many users and user groups have a role. */
    long holders(long roleId) {
        return ((Number) em.createNativeQuery("""
                        select (select count(*) from user_role where role_id = ?1)
                             + (select count(*) from user_group_role where role_id = ?1)
                        """).setParameter(1, roleId).getSingleResult()).longValue();
    }

    Optional<ApiKey> apiKey(long id) {
        return Optional.ofNullable(em.find(ApiKey.class, id));
    }

    Optional<ApiKey> apiKeyByHash(byte[] hash) {
        return em.createQuery("select k from ApiKey k where k.keyHash = :hash", ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Keys with an id above {@code after}; those of one owner, or of all when {@code ownerId} is 0. */
    List<ApiKey> apiKeys(long ownerId, long after, int atMost) {
        return em.createQuery(
                        "select k from ApiKey k join fetch k.owner o where (:owner = 0 or o.id = :owner) and k.id > :after"
                                + " order by k.id",
                        ApiKey.class)
                .setParameter("owner", ownerId)
                .setParameter("after", after)
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Keys of this user that let in now, oldest first. */
    List<ApiKey> goodKeys(User owner, Instant now) {
        return em.createQuery("select k from ApiKey k where k.owner = :owner order by k.id", ApiKey.class)
                .setParameter("owner", owner)
                .getResultStream()
                .filter(key -> key.caller(now).isPresent())
                .toList();
    }

    /** Notes the use of a key, at most once a minute, so that reading does not become writing. */
    void used(long apiKeyId, Instant now) {
        em.createNativeQuery("""
                        update api_key set last_used_at = ?2
                         where id = ?1 and (last_used_at is null or last_used_at < ?3)
                        """)
                .setParameter(1, apiKeyId)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now.minusSeconds(60)))
                .executeUpdate();
    }
}
