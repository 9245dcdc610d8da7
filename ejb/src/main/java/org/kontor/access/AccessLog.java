package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;

/**
 * The one way into the audit log: sign-ins, refusals, changes to users, roles and keys, exports, reads of what is sensitive.
 * Written in the transaction of what it tells of; append-only, the database refuses anything else.
 */
@Dependent
public class AccessLog {

    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "kontor")
    EntityManager em;

    @Inject
    Clock clock;

    /**
     * Writes one line on behalf of the current caller, with the address that the request came from.
     *
     * @param kind noun and past participle, such as {@code user.created}, {@code customer.exported}, {@code medical.read}
     * @param subject what it was done to, such as {@code customer 42}; never a secret, nor a value of a record
     */
    public void write(String kind, String subject) {
        write(kind, CallerContext.current().login(), CallerContext.address(), subject);
    }

    /**
     * Writes one line.
     *
     * @param kind noun and past participle
     * @param actor sign-in name of who did it; empty when nobody was signed in
     * @param address network address; empty when it is not known
     * @param subject what it was done to; never a secret, nor what somebody typed
     */
    public void write(String kind, String actor, String address, String subject) {
        em.createNativeQuery("insert into access_event (at, kind, actor, address, subject) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, Timestamp.from(clock.instant()))
                .setParameter(2, kind)
                .setParameter(3, actor)
                .setParameter(4, address)
                .setParameter(5, subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject)
                .executeUpdate();
    }
}
