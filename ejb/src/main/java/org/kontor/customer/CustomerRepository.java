package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Single customers with their lists: two statements to read one, however long the lists are. */
@ApplicationScoped
class CustomerRepository {

    private static final String LISTS = """
            select 1, position::bigint, type, number, '' from customer_phone where customer_id = ?
            union all select 2, position, address, '', '' from customer_email where customer_id = ?
            union all select 3, row_number() over (order by system, kind, value), system, kind, value
                from external_id where customer_id = ?
            order by 1, 2
            """;

    @PersistenceContext(unitName = "kontor")
    EntityManager entityManager;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    Optional<Customer> find(long id) {
        return Optional.ofNullable(entityManager.find(Customer.class, id));
    }

    /** Ids of the customers that have the external id, whatever its kind: at most two, for more say no more. */
    List<Long> idsByExternalId(String system, String value) {
        return strings(
                        "select distinct customer_id::text from external_id where system = ? and value = ? order by 1 limit 2",
                        system,
                        value)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    CustomerView view(Customer customer) {
        String entityName = strings("select name from company_entity where id = ?", customer.entityId())
                .get(0);
        return customer.view(entityName, lists(customer.id()));
    }

    /** The currency of a company entity; empty when there is no such entity. */
    Optional<String> entityCurrency(long entityId) {
        return strings("select currency from company_entity where id = ?", entityId).stream()
                .findFirst();
    }

    /** The account type of a customer, which cannot change before this transaction ends; empty when there is none. */
    Optional<AccountType> lockedAccountType(long id) {
        return strings("select account_type from customer where id = ? for share", id).stream()
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
            throw stale(e);
        } catch (PersistenceException | SQLException e) {
            throw Conflicts.of(e);
        }
    }

    static AppException stale(Exception cause) {
        AppException stale = new AppException(
                ErrorKind.STALE,
                "STALE_VERSION",
                "Load it again and repeat your change: somebody changed it meanwhile.");
        stale.addSuppressed(cause);
        return stale;
    }

    private CustomerLists lists(long id) {
        List<String> emails = new ArrayList<>();
        List<Phone> phones = new ArrayList<>();
        List<ExternalId> externalIds = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LISTS)) {
            for (int i = 1; i <= 3; i++) {
                statement.setLong(i, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    switch (rows.getInt(1)) {
                        case 1 -> phones.add(new Phone(PhoneType.valueOf(rows.getString(3)), rows.getString(4)));
                        case 2 -> emails.add(rows.getString(3));
                        default ->
                            externalIds.add(new ExternalId(rows.getString(3), rows.getString(4), rows.getString(5)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading the lists of a customer failed", e);
        }
        return new CustomerLists(emails, phones, externalIds);
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
