package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;

/**
 * Telephone services of customers and the billing telephone number (BTN), which is always the number of one of the customer's
 * own services (S0-30 to S0-32). Every change locks the customer, so that a number cannot become the BTN while its service goes.
 */
@Stateless
public class TelephoneServices {

    private static final int MOST = 500;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerRepository customers;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /**
     * The services of a customer, oldest first.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<TelephoneServiceView> ofCustomer(long customerId) {
        mustExist(customerId);
        return services(customerId);
    }

    /**
     * The billing telephone number of a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public BillingNumber billingNumber(long customerId) {
        mustExist(customerId);
        return btn(customerId);
    }

    /**
     * Adds a service.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} for a number that is missing or too long
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public TelephoneServiceView add(long customerId, TelephoneServiceDraft draft) {
        String country = locked(customerId).address().country();
        FieldCheck fields = new FieldCheck();
        String number = fields.phone("number", draft.number(), country);
        String name = fields.line("name", draft.name(), 100);
        if (number.isEmpty()) {
            fields.refuse("number", "REQUIRED", "Enter the telephone number of the service.");
        }
        if (services(customerId).size() >= MOST) {
            fields.refuse("number", "TOO_MANY", "A customer has at most " + MOST + " telephone services.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        Instant now = clock.instant();
        write(
                "insert into telephone_service (customer_id, number, name, created_at, created_by) values (?, ?, ?, ?, ?)",
                customerId,
                number,
                name,
                now.atOffset(ZoneOffset.UTC),
                CallerContext.current().login());
        happened.fire(new DomainEvent(
                "service.added", customerId, Map.of("telephoneService", new Change("", number)), Map.of()));
        List<TelephoneServiceView> all = services(customerId);
        return all.get(all.size() - 1);
    }

    /**
     * Removes a service. The last one that carries the BTN stays, unless {@code force} is given: then the BTN is cleared, and
     * the timeline says so (S0-32).
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} for the last one that carries the BTN
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void remove(long customerId, long serviceId, boolean force) {
        locked(customerId);
        List<TelephoneServiceView> all = services(customerId);
        TelephoneServiceView service = all.stream()
                .filter(s -> s.id() == serviceId)
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "TELEPHONE_SERVICE_NOT_FOUND",
                        "Look for another service: this customer has none with id " + serviceId + "."));
        boolean last =
                service.btn() && all.stream().filter(TelephoneServiceView::btn).count() == 1;
        if (last && !force) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "BTN_IN_USE",
                    "Choose another BTN first, or remove the service with force: " + service.number()
                            + " is the billing telephone number.");
        }
        if (last) {
            changeBtn(customerId, "");
        }
        write("delete from telephone_service where id = ?", serviceId);
        happened.fire(new DomainEvent(
                "service.removed", customerId, Map.of("telephoneService", new Change(service.number(), "")), Map.of()));
    }

    /**
     * Sets the billing telephone number; empty clears it.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} when the customer has no service with a number
     *     ({@code NO_TN}, S0-30) or none with this one ({@code NOT_OWN_TN}, S0-31)
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public BillingNumber setBillingNumber(long customerId, BillingNumber wanted) {
        FieldCheck fields = new FieldCheck();
        String number = fields.phone(
                "number", wanted.number(), locked(customerId).address().country());
        List<TelephoneServiceView> all = services(customerId);
        if (!number.isEmpty() && all.isEmpty()) {
            throw AppException.invalid(
                    "number",
                    "NO_TN",
                    "Add a telephone service first: the BTN is the number of one of the customer’s services.");
        }
        if (!number.isEmpty() && all.stream().noneMatch(s -> s.number().equals(number))) {
            throw AppException.invalid(
                    "number", "NOT_OWN_TN", "Choose the number of one of this customer’s own telephone services.");
        }
        if (!btn(customerId).number().equals(number)) {
            changeBtn(customerId, number);
        }
        return btn(customerId);
    }

    private void changeBtn(long customerId, String number) {
        String before = btn(customerId).number();
        write("delete from customer_btn where customer_id = ?", customerId);
        if (!number.isEmpty()) {
            write("insert into customer_btn (customer_id, number) values (?, ?)", customerId, number);
        }
        happened.fire(new DomainEvent("btn.changed", customerId, Map.of("btn", new Change(before, number)), Map.of()));
    }

    private void mustExist(long customerId) {
        if (customers.find(customerId).isEmpty()) {
            throw Customers.absent(customerId);
        }
    }

    private CustomerView locked(long customerId) {
        return customers.view(customers.locked(customerId).orElseThrow(() -> Customers.absent(customerId)));
    }

    private BillingNumber btn(long customerId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select number from customer_btn where customer_id = ?")) {
            statement.setLong(1, customerId);
            try (ResultSet row = statement.executeQuery()) {
                return new BillingNumber(row.next() ? row.getString(1) : "");
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private List<TelephoneServiceView> services(long customerId) {
        String sql = "select s.id, s.number, s.name, b.number is not null, s.created_at, s.created_by"
                + " from telephone_service s"
                + " left join customer_btn b on b.customer_id = s.customer_id and b.number = s.number"
                + " where s.customer_id = ? order by s.id";
        List<TelephoneServiceView> services = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, customerId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    services.add(new TelephoneServiceView(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6)));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return services;
    }

    private void write(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("Telephone services could not be read or written", e);
    }
}
