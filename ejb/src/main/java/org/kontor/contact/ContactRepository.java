package org.kontor.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Stores contacts. Whoever changes contacts of a customer first locks the customer, so that there is one primary contact. */
@ApplicationScoped
class ContactRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    /** Lets one transaction at a time change the contacts of a customer; gives its display name. */
    Optional<String> lockCustomer(long customerId) {
        return company("select display_name from customer where id = ?1 for no key update", customerId);
    }

    /** The display name of a customer. */
    Optional<String> company(long customerId) {
        return company("select display_name from customer where id = ?1", customerId);
    }

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
            throw stale(e);
        }
    }

    void add(Contact contact) {
        entityManager.persist(contact);
        flush();
    }

    static AppException stale(Exception cause) {
        AppException stale = new AppException(
                ErrorKind.STALE,
                "STALE_VERSION",
                "Load it again and repeat your change: somebody changed it meanwhile.");
        stale.addSuppressed(cause);
        return stale;
    }

    private Optional<Contact> first(String query, long customerId, long otherThan) {
        return entityManager
                .createQuery(query, Contact.class)
                .setParameter("customer", customerId)
                .setParameter("other", otherThan)
                .getResultStream()
                .findFirst();
    }

    private Optional<String> company(String sql, long customerId) {
        List<?> names =
                entityManager.createNativeQuery(sql).setParameter(1, customerId).getResultList();
        return names.stream().findFirst().map(String.class::cast);
    }
}
