package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.access.RowScope;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerView;
import org.kontor.database.DatabaseDefinition;
import org.kontor.lifecycle.ErasureRepeated.Outcome;
import org.kontor.shared.AppException;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/**
 * Erases again whoever was erased after a backup was made, once that has been restored (S4-102): the database that knew of it is gone,
 * so the numbers are kept elsewhere. A number may have been given again since; who got it is younger than the erasure, and stays.
 */
@Stateless
public class ErasureRepetition {

    /** Entries of one list at most. */
    public static final int MOST = 10_000;

    private static final long FURTHEST = 10_000_000;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ErasureRepository repository;

    @Inject
    ErasureWork work;

    @Inject
    ErasureStart start;

    @Inject
    CustomerBulk customers;

    @Inject
    AccessLog log;

    /**
     * Everybody who was erased, the first one first.
     *
     * @throws AppException {@link ErrorKind#FORBIDDEN} for whoever sees own customers alone
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public List<ErasedNumbers> numbers() {
        seesEverybody();
        return Sql.many(
                dataSource,
                "select erased_at, customer_id || former_ids from erasure where erased_at is not null order by erased_at, id",
                Sql.of(),
                row -> new ErasedNumbers(
                        Sql.instant(row, 1), List.of((Long[]) row.getArray(2).getArray())));
    }

    /**
     * Begins to erase whoever of these is there again, and sees to it that none of their numbers is given to anybody else. Who is part
     * of somebody else again, by a merge that the backup does not know to be undone, is BLOCKED. May be repeated.
     *
     * @return each number once, in order
     * @throws AppException {@link ErrorKind#INVALID} for too many entries, or a number below 1; {@link ErrorKind#FORBIDDEN} for
     *     whoever sees own customers alone
     */
    @Requires(Permission.ERASE_CUSTOMER)
    public List<ErasureRepeated> repeat(List<ErasedNumbers> erased) {
        seesEverybody();
        Map<Long, Instant> gone = new TreeMap<>();
        erased.forEach(each -> each.customerIds()
                .forEach(id -> gone.merge(id, each.erasedAt(), (one, other) -> one.isAfter(other) ? one : other)));
        long known = Sql.one(dataSource, "select last_value from customer_seq", Sql.of(), row -> row.getLong(1))
                .orElse(0L);
        // Far beyond what a backup can lack is no number of ours; it would use up those that follow.
        if (erased.size() > MOST || gone.keySet().stream().anyMatch(id -> id < 1 || id > known + FURTHEST)) {
            throw AppException.invalid(
                    "erased", "ERASED_LIST", "Send the list as it was downloaded, at most 10,000 entries at once.");
        }
        log.write("customer.erasures-repeated", gone.size() + " numbers");
        List<ErasureRepeated> outcomes = new ArrayList<>();
        Map<Long, CustomerView> there = new TreeMap<>();
        customers.lockToErase(gone.keySet()).forEach(customer -> there.put(customer.id(), customer));
        Map<Long, Long> within = within(gone.keySet());
        gone.forEach((id, at) -> outcomes.add(
                there.containsKey(id)
                        ? again(there.get(id), at)
                        : elsewhere(id, Optional.ofNullable(within.get(id)), gone)));
        // Where numbers are given from, higher ones were given before.
        gone.keySet().stream()
                .max(Long::compare)
                .ifPresent(highest -> Sql.one(
                        dataSource,
                        "select setval('customer_seq', greatest(last_value, ?)) from customer_seq",
                        Sql.of(highest),
                        row -> row.getLong(1)));
        return outcomes;
    }

    private static void seesEverybody() {
        if (CallerContext.current().scope() != RowScope.ALL) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "ALL_CUSTOMERS",
                    "Ask somebody who sees all customers: this is about each of them.");
        }
    }

    /** Whose part they are by merges that are in force: number by former number. */
    private Map<Long, Long> within(Collection<Long> numbers) {
        Map<Long, Long> within = new TreeMap<>();
        Sql.many(
                        dataSource,
                        "select id, customer_id from former_customer where id = any(?)",
                        Sql.of((Object) numbers.toArray(Long[]::new)),
                        row -> new long[] {row.getLong(1), row.getLong(2)})
                .forEach(pair -> within.put(pair[0], pair[1]));
        return within;
    }

    /** Who is part of somebody that goes now goes with them. */
    private static ErasureRepeated elsewhere(long id, Optional<Long> within, Map<Long, Instant> gone) {
        return within.isEmpty() || gone.containsKey(within.get())
                ? outcome(id, Outcome.NOBODY)
                : new ErasureRepeated(
                        id,
                        Outcome.BLOCKED,
                        Optional.empty(),
                        "Take the merge into customer " + within.get() + " back first, then send the list again.");
    }

    private ErasureRepeated again(CustomerView customer, Instant erasedAt) {
        long id = customer.id();
        if (!customer.createdAt().isBefore(erasedAt)) {
            return outcome(id, Outcome.ANOTHER);
        }
        if (repository.requested(id)) {
            return outcome(id, Outcome.RUNNING);
        }
        List<ErasureObstacle> obstacles = work.obstacles(id);
        return obstacles.isEmpty()
                ? new ErasureRepeated(id, Outcome.BEGUN, Optional.of(start.begin(id)), "")
                : new ErasureRepeated(
                        id, Outcome.BLOCKED, Optional.empty(), obstacles.get(0).message());
    }

    private static ErasureRepeated outcome(long id, Outcome outcome) {
        return new ErasureRepeated(id, outcome, Optional.empty(), "");
    }
}
