package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Which account at a provider belongs to which user. */
@Dependent
class IdentityRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    Optional<Long> userOf(ExternalIdentity identity) {
        return ids("select user_id from user_identity where issuer = ?1 and subject = ?2", identity, identity.subject())
                .stream()
                .findFirst();
    }

    /** Users with this address who have no account at the issuer yet. */
    List<Long> unclaimed(ExternalIdentity identity, String email) {
        return ids("""
                select u.id from app_user u
                 where lower(u.email) = ?2
                   and not exists (select 1 from user_identity i where i.user_id = u.id and i.issuer = ?1)
                """, identity, email);
    }

    /** Binds the account to the user; false when another one was quicker, for either of them. */
    boolean claim(ExternalIdentity identity, long userId) {
        return em.createNativeQuery("""
                        insert into user_identity (issuer, subject, user_id) values (?1, ?2, ?3) on conflict do nothing
                        """)
                        .setParameter(1, identity.issuer())
                        .setParameter(2, identity.subject())
                        .setParameter(3, userId)
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private List<Long> ids(String sql, ExternalIdentity identity, String second) {
        return em
                .createNativeQuery(sql)
                .setParameter(1, identity.issuer())
                .setParameter(2, second)
                .getResultList()
                .stream()
                .map(id -> ((Number) id).longValue())
                .toList();
    }
}
