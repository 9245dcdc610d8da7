package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.RowScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Customers with their lists, read a piece of a list at a time or one by one, and changed one by one. */
@ApplicationScoped
class CustomerRepository {

    private static final String LISTS = """
            select customer_id, 1, position::bigint, type, number, '' from customer_phone where customer_id = any(?)
            union all
            select customer_id, 2, position, address, '', '' from customer_email where customer_id = any(?)
            union all
            select customer_id, 3, row_number() over (order by system, kind, value), system, kind, value
            from external_id where customer_id = any(?)
            order by 1, 2, 3
            """;

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    MarkRepository marks;

    @Inject
    CustomerSentiments sentiments;

    @Inject
    CustomerScope scope;

    Optional<Customer> find(long id) {
        return Optional.ofNullable(entityManager.find(Customer.class, id)).filter(CustomerRepository::seen);
    }

    private static boolean seen(Customer customer) {
        Caller caller = CallerContext.current();
        return caller.scope() == RowScope.ALL || customer.isOf(caller.userId());
    }

    /** The customer, which nobody else changes before this transaction ends. */
    Optional<Customer> locked(long id) {
        return Optional.ofNullable(entityManager.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(CustomerRepository::seen);
    }

    /** Ids of the customers that have the external id, whatever its kind: at most two, for more say no more. */
    List<Long> idsByExternalId(String system, String value) {
        return strings(
                        "select distinct customer_id::text from external_id where system = ? and value = ? order by 1 limit 2",
                        system,
                        value)
                .stream()
                .map(Long::valueOf)
                .filter(scope::sees)
                .toList();
    }

    CustomerView view(Customer customer) {
        return viewsOf(List.of(customer)).get(0);
    }

    /** The customers with these ids in this order; ids that do not exist are left out. A handful of statements, however many. */
    List<CustomerView> views(Collection<Long> ids) {
        Map<Long, Customer> byId = entityManager
                .createQuery("select c from Customer c where c.id in :ids", Customer.class)
                .setParameter("ids", ids.isEmpty() ? List.of(0L) : ids)
                // SQL may have changed customers that this transaction has read already.
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultStream()
                .filter(CustomerRepository::seen)
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        return viewsOf(ids.stream().map(byId::get).filter(Objects::nonNull).toList());
    }

    private List<CustomerView> viewsOf(List<Customer> customers) {
        List<Long> ids = customers.stream().map(Customer::id).toList();
        Map<Long, CustomerLists> lists = lists(ids);
        Map<Long, MarksOf> marksOf = marks.of(customers);
        Map<Long, Sentiment> feelings = sentiments.of(ids);
        Map<Long, String> entityNames = new HashMap<>();
        List<CustomerView> views = new ArrayList<>(customers.size());
        for (Customer customer : customers) {
            String entityName = entityNames.computeIfAbsent(
                    customer.entityId(),
                    id -> strings("select name from company_entity where id = ?", id)
                            .get(0));
            views.add(customer.view(
                    entityName,
                    lists.getOrDefault(customer.id(), CustomerLists.NONE),
                    Objects.requireNonNull(marksOf.get(customer.id())),
                    Optional.ofNullable(feelings.get(customer.id()))));
        }
        return views;
    }

    /** The currency of a company entity; empty when there is no such entity. */
    Optional<String> entityCurrency(long entityId) {
        return strings("select currency from company_entity where id = ?", entityId).stream()
                .findFirst();
    }

    /** The account type of a customer, which cannot change before this transaction ends; empty when there is none. */
    Optional<AccountType> lockedAccountType(long id) {
        return strings("select account_type from customer where id = ? for share", id).stream()
                .filter(type -> scope.sees(id))
                .findFirst()
                .map(AccountType::valueOf);
    }

    boolean hasChildren(long id) {
        return !strings("select 'x' from customer where parent_id = ? limit 1", id)
                .isEmpty();
    }

    /**
     * Writes a changed customer. The record goes first: it holds the version, and of two at once one waits there.
     *
     * @throws AppException {@link ErrorKind#STALE}, {@link ErrorKind#CONFLICT}
     */
    void write(Customer customer, CustomerLists lists) {
        try {
            entityManager.lock(customer, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            entityManager.flush();
            replaceLists(customer.id(), lists);
        } catch (OptimisticLockException e) {
            throw AppException.stale(e);
        } catch (PersistenceException | SQLException e) {
            throw Conflicts.of(e);
        }
    }

    /** Writes what was changed in a locked customer. */
    void flush() {
        entityManager.flush();
    }

    private Map<Long, CustomerLists> lists(List<Long> ids) {
        Map<Long, CustomerLists> lists = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LISTS)) {
            for (int i = 1; i <= 3; i++) {
                statement.setArray(i, connection.createArrayOf("bigint", ids.toArray()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    CustomerLists of = lists.computeIfAbsent(rows.getLong(1), id -> CustomerLists.empty());
                    switch (rows.getInt(2)) {
                        case 1 -> of.phones().add(new Phone(PhoneType.valueOf(rows.getString(4)), rows.getString(5)));
                        case 2 -> of.emails().add(rows.getString(4));
                        default ->
                            of.externalIds()
                                    .add(new ExternalId(rows.getString(4), rows.getString(5), rows.getString(6)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading the lists of customers failed", e);
        }
        return lists;
    }

    private void replaceLists(long id, CustomerLists lists) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String table : List.of("customer_email", "customer_phone", "external_id")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where customer_id = ?")) {
                    delete.setLong(1, id);
                    delete.executeUpdate();
                }
            }
            ListRows rows = new ListRows();
            rows.add(id, lists);
            rows.write(connection);
        }
    }

    private List<String> strings(String sql, Object... parameters) {
        List<String> values = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading a customer failed", e);
        }
        return values;
    }
}
