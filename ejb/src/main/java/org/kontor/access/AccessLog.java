package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;

/** The append-only record of sign-ins and of changes to users, roles and keys. Written in the transaction of the change. */
@Dependent
public class AccessLog {

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Writes one line on behalf of the current caller.
     *
     * @param kind noun and past participle, such as {@code user.created}
     * @param subject what it was done to; never a secret
     */
    public void write(String kind, String subject) {
        write(kind, CallerContext.current().login(), "", subject);
    }

    /**
     * Writes one line.
     *
     * @param kind noun and past participle, such as {@code user.created}
     * @param actor sign-in name of who did it; empty when nobody was signed in
     * @param address network address; empty when it is not known here
     * @param subject what it was done to; never a secret, nor what somebody typed
     */
    void write(String kind, String actor, String address, String subject) {
        em.createNativeQuery("insert into access_event (at, kind, actor, address, subject) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, Timestamp.from(clock.instant()))
                .setParameter(2, kind)
                .setParameter(3, actor)
                .setParameter(4, address)
                .setParameter(5, subject)
                .executeUpdate();
    }
}
