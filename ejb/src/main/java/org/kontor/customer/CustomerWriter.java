package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.customer.CustomersCreated.Created;
import org.kontor.customer.MarkResolver.Resolved;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;

/** The one way by which customers come into being, one or many: COPY of the rows, then the events that others write along with. */
@ApplicationScoped
class CustomerWriter {

    private static final long DEFAULT_ENTITY = 1;

    /** Columns that {@link #row} fills, after id and the four of creation and change. */
    static final String COLUMNS =
            "id, created_at, created_by, updated_at, updated_by, entity_id, account_number, account_type, parent_id,"
                    + " customer_class, status, company_name, first_name, middle_name, last_name, suffix, nickname,"
                    + " display_name, display_name_overridden, website, bill_method, address_line1, address_line2,"
                    + " address_city, address_state, address_postal_code, address_country, birthdate, gender,"
                    + " occupation, currency, health, billing_owner_id, account_manager_id, sales_rep_id, manager_id,"
                    + " auto_payments, late_fees, custom_values, sort_name, match_name, search_text";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Event<CustomersCreated> created;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    MarkRepository marks;

    @Inject
    CurrentSettings settings;

    @Inject
    Clock clock;

    /** Creates customers in the running transaction and gives their ids in the same order. */
    List<Long> create(List<Resolved> customers, Map<String, String> details) {
        if (customers.isEmpty()) {
            return List.of();
        }
        List<Long> ids;
        try (Connection connection = dataSource.getConnection()) {
            ids = nextIds(connection, customers.size());
            write(connection, ids, customers);
        } catch (SQLException e) {
            throw Conflicts.of(e);
        }
        announce(ids, customers, details);
        return ids;
    }

    private static List<Long> nextIds(Connection connection, int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (PreparedStatement statement =
                connection.prepareStatement("select nextval('customer_seq') from generate_series(1, ?)")) {
            statement.setInt(1, count);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    private void write(Connection connection, List<Long> ids, List<Resolved> customers) throws SQLException {
        BulkCopy rows = new BulkCopy("customer", COLUMNS);
        ListRows lists = new ListRows();
        Map<Long, String> currencies = currencies(connection);
        Instant now = clock.instant();
        String actor = CallerContext.current().login();
        CustomerStatus status = CustomerStatus.valueOf(settings.text(CompanySetting.DEFAULT_CUSTOMER_STATUS));
        for (int i = 0; i < customers.size(); i++) {
            long id = ids.get(i);
            rows.number(id).instant(now).text(actor).instant(now).text(actor);
            row(rows, customers.get(i), currencies, status);
            lists.add(id, CustomerLists.of(customers.get(i).draft()));
        }
        rows.write(connection);
        lists.write(connection);
        marks.insert(connection, ids, customers, now, actor);
    }

    /** Writes the columns of a customer after the first five. */
    static void row(BulkCopy rows, Resolved customer, Map<Long, String> currencies, CustomerStatus status) {
        CustomerDraft draft = customer.draft();
        Address address = draft.address();
        DerivedText derived = DerivedText.of(draft, customer.displayName(), customer.searchable());
        long entity = draft.entityId().orElse(DEFAULT_ENTITY);
        String entityCurrency = currencies.get(entity);
        if (entityCurrency == null) {
            throw AppException.invalid("entityId", "ENTITY_UNKNOWN", "Choose a company entity that exists.");
        }
        rows.number(entity)
                .text(draft.accountNumber())
                .text(draft.accountType().name())
                .number(draft.parentId())
                .text(draft.customerClass().name())
                .text(draft.status().orElse(status).name())
                .text(draft.companyName())
                .text(draft.firstName())
                .text(draft.middleName())
                .text(draft.lastName())
                .text(draft.suffix())
                .text(draft.nickname())
                .text(customer.displayName())
                .flag(!draft.displayName().isEmpty())
                .text(draft.website())
                .text(draft.billMethod().orElse(BillMethod.PRINT).name())
                .text(address.line1())
                .text(address.line2())
                .text(address.city())
                .text(address.state())
                .text(address.postalCode())
                .text(address.country())
                .date(draft.birthdate())
                .text(draft.gender())
                .text(draft.occupation())
                .text(draft.currency().isEmpty() ? entityCurrency : draft.currency())
                .text(draft.health().map(Enum::name))
                .number(customer.owner(Owners.Part.BILLING_OWNER))
                .number(customer.owner(Owners.Part.ACCOUNT_MANAGER))
                .number(customer.owner(Owners.Part.SALES_REP))
                .number(customer.owner(Owners.Part.MANAGER))
                .flag(draft.autoPayments().orElse(true))
                .flag(draft.lateFees().orElse(true))
                .text(customer.valuesJson())
                .text(derived.sortName())
                .text(derived.matchName())
                .text(derived.searchText())
                .endRow();
    }

    static Map<Long, String> currencies(Connection connection) throws SQLException {
        Map<Long, String> currencies = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select id, currency from company_entity");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                currencies.put(rows.getLong(1), rows.getString(2));
            }
        }
        return currencies;
    }

    private void announce(List<Long> ids, List<Resolved> customers, Map<String, String> details) {
        List<Created> all = new ArrayList<>(ids.size());
        List<DomainEvent> events = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Resolved customer = customers.get(i);
            all.add(new Created(ids.get(i), customer.draft(), customer.displayName()));
            events.add(new DomainEvent("customer.created", ids.get(i), Map.of(), details));
        }
        created.fire(new CustomersCreated(all, CallerContext.current().login(), details));
        happened.fire(new DomainEvents(events));
    }
}
