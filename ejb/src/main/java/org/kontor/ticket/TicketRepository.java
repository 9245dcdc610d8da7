package org.kontor.ticket;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.customer.CustomerLookup;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;
import org.kontor.spi.TicketSource;

/** Stores tickets. */
@ApplicationScoped
class TicketRepository {

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    Optional<Ticket> find(long id) {
        return Optional.ofNullable(entityManager.find(Ticket.class, id));
    }

    /** Those of these tickets that there are. */
    List<Ticket> findAll(List<Long> ids) {
        return entityManager
                .createQuery("select t from Ticket t where t.id in :ids order by t.id", Ticket.class)
                .setParameter("ids", ids.isEmpty() ? List.of(0L) : ids)
                .getResultList();
    }

    /** Tickets opened before this one in the order of the list: newest first. */
    List<Ticket> ofCustomer(long customerId, Set<TicketStatus> statuses, Instant before, long beforeId, int limit) {
        return entityManager
                .createQuery(
                        "select t from Ticket t where t.customerId = :customer and t.status in :statuses"
                                + " and (t.openedAt < :before or (t.openedAt = :before and t.id < :beforeId))"
                                + " order by t.openedAt desc, t.id desc",
                        Ticket.class)
                .setParameter("customer", customerId)
                .setParameter("statuses", statuses.isEmpty() ? Set.of(TicketStatus.values()) : statuses)
                .setParameter("before", before)
                .setParameter("beforeId", beforeId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The ticket that a system knows by this id. */
    Optional<Long> bySource(String source, String sourceId) {
        return Sql.one(
                dataSource,
                "select id from ticket where source = ? and source_id = ?",
                Sql.of(source, sourceId),
                row -> row.getLong(1));
    }

    /** Who asked: the one customer with the connector's external id, else the one with the e-mail address, of its own or of a contact. */
    Optional<Long> customerOf(String connector, TicketSource.Ticket item) {
        Optional<Long> byId = only(
                "select distinct customer_id from external_id where system = ? and value = ? limit 2",
                Sql.of(connector, item.externalId()),
                item.externalId());
        String email = CustomerLookup.email(item.requesterEmail().strip());
        return byId.isPresent()
                ? byId
                : only(
                        "select customer_id from (select customer_id from customer_email where lower(address collate \"C\") = ?"
                                + " union select customer_id from contact where email <> ''"
                                + " and lower(email collate \"C\") = ?) who limit 2",
                        Sql.of(email, email),
                        email);
    }

    private Optional<Long> only(String sql, Sql.Parameters parameters, String key) {
        List<Long> found = key.isBlank() ? List.of() : Sql.many(dataSource, sql, parameters, row -> row.getLong(1));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    boolean sourceTaken(String source, String sourceId) {
        return !source.isEmpty()
                && Sql.one(
                                dataSource,
                                "select 1 from ticket where source = ? and source_id = ?",
                                Sql.of(source, sourceId),
                                row -> 1)
                        .isPresent();
    }

    boolean contactBelongsTo(long contactId, long customerId) {
        return Sql.one(
                        dataSource,
                        "select 1 from contact where id = ? and customer_id = ?",
                        Sql.of(contactId, customerId),
                        row -> 1)
                .isPresent();
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

    void add(Ticket ticket) {
        entityManager.persist(ticket);
        flush();
    }
}
