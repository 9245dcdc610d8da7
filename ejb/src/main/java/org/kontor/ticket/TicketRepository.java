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
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

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
            throw stale(e);
        }
    }

    void add(Ticket ticket) {
        entityManager.persist(ticket);
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
}
