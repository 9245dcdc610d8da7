package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/** Stores contacts. Whoever changes contacts of a customer first locks the customer, so that there is one primary contact. */
@ApplicationScoped
class ContactRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    Optional<Long> customerOf(long id) {
        return entityManager
                .createQuery("select c.customerId from Contact c where c.id = :id", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Contact> find(long id) {
        return Optional.ofNullable(entityManager.find(Contact.class, id));
    }

    /** The contact that a system knows by this value. */
    Optional<Long> linked(String system, String value) {
        return Sql.one(
                dataSource,
                "select contact_id from contact_link where system = ? and value = ?",
                Sql.of(system, value),
                row -> row.getLong(1));
    }

    /** The contact of a customer with this e-mail address that no system has ever had; empty when there is none, or are several. */
    Optional<Long> unlinked(long customerId, String email) {
        List<Long> found = email.isEmpty()
                ? List.of()
                : Sql.many(
                        dataSource,
                        "select id from contact c where customer_id = ? and lower(email collate \"C\") = lower(? collate \"C\")"
                                + " and not exists (select from contact_link where contact_id = c.id) limit 2",
                        Sql.of(customerId, email),
                        row -> row.getLong(1));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    void link(String system, String value, long contactId) {
        Sql.execute(
                dataSource,
                "insert into contact_link (system, value, contact_id, present) values (?, ?, ?, true)"
                        + " on conflict (system, value) do update set present = true",
                Sql.of(system, value, contactId));
    }

    /** Notes that the system has no more contacts of this customer than these; gives the contacts that it had until now. */
    Set<Long> keepLinks(long customerId, String system, Collection<String> values) {
        return new LinkedHashSet<>(Sql.many(
                dataSource,
                "update contact_link l set present = false from contact c where c.id = l.contact_id"
                        + " and c.customer_id = ? and l.system = ? and l.present and l.value <> all(?) returning c.id",
                Sql.of(customerId, system, values.toArray(new String[0])),
                row -> row.getLong(1)));
    }

    /** Whether any system has the contact now. */
    boolean present(long contactId) {
        return Sql.one(
                        dataSource,
                        "select 1 from contact_link where contact_id = ? and present limit 1",
                        Sql.of(contactId),
                        row -> 1)
                .isPresent();
    }

    List<Contact> findAll(List<Long> ids) {
        return entityManager
                .createQuery("select c from Contact c where c.id in :ids order by c.id", Contact.class)
                .setParameter("ids", ids.isEmpty() ? List.of(0L) : ids)
                .getResultList();
    }

    /** The display names of these customers. */
    Map<Long, String> companies(List<Long> customerIds) {
        Map<Long, String> names = new HashMap<>();
        List<?> rows = entityManager
                .createNativeQuery("select id, display_name from customer where id = any(?1)")
                .setParameter(1, customerIds.toArray(Long[]::new))
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            names.put(((Number) values[0]).longValue(), (String) values[1]);
        }
        return names;
    }

    List<Contact> ofCustomer(long customerId) {
        return entityManager
                .createQuery(
                        "select c from Contact c where c.customerId = :customer"
                                + " order by c.primary desc, c.status, lower(c.lastName), lower(c.firstName), c.id",
                        Contact.class)
                .setParameter("customer", customerId)
                .getResultList();
    }

    /** The primary contact other than this one; 0 for any. */
    Optional<Contact> primary(long customerId, long otherThan) {
        return first(
                "select c from Contact c where c.customerId = :customer and c.primary = true and c.id <> :other",
                customerId,
                otherThan);
    }

    /** The contacts with fields that follow one of these customers. */
    List<Contact> following(Collection<Long> customerIds) {
        return entityManager
                .createQuery(
                        "select c from Contact c where c.customerId in :customers and c.linkedFields <> '' order by c.id",
                        Contact.class)
                .setParameter("customers", customerIds)
                .getResultList();
    }

    /** Removes the contacts of these customers. */
    void removeOf(Collection<Long> customerIds) {
        Long[] customers = customerIds.toArray(Long[]::new);
        Sql.erasing(dataSource, () -> {
            for (String table : List.of("contact_consent", "contact_job_change", "contact_link")) {
                Sql.execute(
                        dataSource,
                        "delete from " + table
                                + " where contact_id in (select id from contact where customer_id = any(?))",
                        s -> s.setArray(1, s.getConnection().createArrayOf("bigint", customers)));
            }
        });
        entityManager
                .createQuery("delete from Contact c where c.customerId in :customers")
                .setParameter("customers", customerIds)
                .executeUpdate();
    }

    /**
     * Writes what was changed.
     *
     * @throws AppException {@link ErrorKind#STALE} when somebody else did so meanwhile
     */
    void flush() {
        try {
            entityManager.flush();
        } catch (OptimisticLockException e) {
            throw AppException.stale(e);
        }
    }

    void add(Contact contact) {
        entityManager.persist(contact);
        flush();
    }

    private Optional<Contact> first(String query, long customerId, long otherThan) {
        return entityManager
                .createQuery(query, Contact.class)
                .setParameter("customer", customerId)
                .setParameter("other", otherThan)
                .getResultStream()
                .findFirst();
    }
}
