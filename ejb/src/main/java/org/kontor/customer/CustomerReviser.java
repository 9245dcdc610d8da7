package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.customer.CustomerBulk.Revision;
import org.kontor.customer.MarkResolver.Resolved;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.DomainEvents;

/** Changes and removes many customers at once: COPY of the rows as they shall be, then one statement per table. Flags stay as
 * they are. */
@ApplicationScoped
class CustomerReviser {

    private static final String STAGE = "customer_revision";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerRepository repository;

    @Inject
    MarkResolver marks;

    @Inject
    Event<CustomersRevised> revised;

    @Inject
    Event<CustomersRemoved> removed;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    Clock clock;

    /** The customers as they are, which nobody else can change before this transaction ends. */
    List<CustomerView> lock(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            // In one order, so that two that want the same customers wait for each other once.
            execute(connection, "select id from customer where id = any(?) order by id for no key update", ids);
        } catch (SQLException e) {
            throw new IllegalStateException("Locking customers failed", e);
        }
        return read(ids);
    }

    /** The customers as they are, by id. */
    List<CustomerView> read(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : repository.views(new TreeSet<>(ids));
    }

    /** Writes locked customers as they shall be; gives those that are not as they were. */
    List<Revision> revise(List<Revision> wanted, Map<String, String> details) {
        List<Revision> revisions = wanted.stream()
                .filter(r -> !r.after().draft().equals(r.before().toDraft()))
                .toList();
        if (revisions.isEmpty()) {
            return revisions;
        }
        try (Connection connection = dataSource.getConnection()) {
            write(connection, revisions);
        } catch (SQLException e) {
            throw Conflicts.of(e);
        }
        announce(revisions, details);
        return revisions;
    }

    private void write(Connection connection, List<Revision> revisions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists " + STAGE + " on commit delete rows as select "
                    + CustomerWriter.COLUMNS + " from customer with no data");
            statement.execute("truncate " + STAGE);
        }
        Instant now = clock.instant();
        String actor = CallerContext.current().login();
        BulkCopy rows = new BulkCopy(STAGE, CustomerWriter.COLUMNS);
        ListRows lists = new ListRows();
        List<Long> otherLists = new ArrayList<>();
        BulkCopy tags = new BulkCopy("customer_tag", "customer_id, tag_id");
        List<Long> otherTags = new ArrayList<>();
        MarkResolver.Session session = marks.open();
        Map<Long, String> currencies = CustomerWriter.currencies(connection);
        for (Revision revision : revisions) {
            CustomerView before = revision.before();
            rows.number(before.id())
                    .instant(before.createdAt())
                    .text(before.createdBy())
                    .instant(now)
                    .text(actor);
            Resolved after = session.resolve(revision.after(), Optional.of(before), false);
            if (!after.errors().isEmpty()) {
                throw AppException.invalid(after.errors());
            }
            CustomerWriter.row(rows, after, currencies, before.status());
            CustomerLists texts = CustomerLists.of(after.draft());
            if (!texts.equals(CustomerLists.of(before.toDraft()))) {
                otherLists.add(before.id());
                lists.add(before.id(), texts);
            }
            if (!after.draft().tags().equals(before.tags())) {
                otherTags.add(before.id());
                after.tagIds()
                        .forEach(tag -> tags.number(before.id()).number(tag).endRow());
            }
        }
        rows.write(connection);
        execute(connection, "update customer set account_number = '' where id = any(?)", renumbered(revisions));
        String columns = Stream.of(CustomerWriter.COLUMNS.split(",\\s*", -1))
                .map(column -> column + " = r." + column)
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update customer c set version = c.version + 1, " + columns + " from " + STAGE
                    + " r where c.id = r.id");
        }
        for (String table : List.of("customer_email", "customer_phone", "external_id")) {
            execute(connection, "delete from " + table + " where customer_id = any(?)", otherLists);
        }
        lists.write(connection);
        execute(connection, "delete from customer_tag where customer_id = any(?)", otherTags);
        tags.write(connection);
    }

    /** Those whose account number changes: they give it up first, since another one of them may take it. */
    private static List<Long> renumbered(List<Revision> revisions) {
        return revisions.stream()
                .filter(revision -> !revision.before()
                        .accountNumber()
                        .equals(revision.after().draft().accountNumber()))
                .map(revision -> revision.before().id())
                .toList();
    }

    private void announce(List<Revision> revisions, Map<String, String> details) {
        List<CustomerView> after =
                repository.views(revisions.stream().map(r -> r.before().id()).toList());
        List<CustomerRevised> all = new ArrayList<>(revisions.size());
        List<DomainEvent> events = new ArrayList<>(revisions.size());
        for (int i = 0; i < after.size(); i++) {
            CustomerView before = revisions.get(i).before();
            all.add(new CustomerRevised(before, after.get(i)));
            Map<String, Change> changes = CustomerChanges.between(before, after.get(i));
            if (!changes.isEmpty()) {
                events.add(new DomainEvent("customer.updated", before.id(), changes, details));
            }
        }
        happened.fire(new DomainEvents(events));
        revised.fire(new CustomersRevised(all, details));
    }

    /** Removes customers with everything that came in with them. */
    void remove(List<Long> ids, Map<String, String> details) {
        happened.fire(new DomainEvents(ids.stream()
                .map(id -> new DomainEvent("customer.deleted", id, Map.of(), details))
                .toList()));
        removed.fire(new CustomersRemoved(ids));
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, "delete from customer where id = any(?)", ids);
        } catch (SQLException e) {
            throw new IllegalStateException("Removing customers failed", e);
        }
    }

    private static void execute(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.execute();
        }
    }
}
