package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerRevised;
import org.kontor.customer.CustomerView;
import org.kontor.customer.CustomersCreated;
import org.kontor.customer.CustomersCreated.Created;
import org.kontor.customer.CustomersRevised;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;

/**
 * Gives each new Residential customer its primary contact (S2-03), in the transaction that creates the customer (S2-04), and lets
 * it follow the customer.
 */
@ApplicationScoped
class PrimaryContacts {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ContactRepository repository;

    @Inject
    ContactTypes types;

    @Inject
    ContactHistory history;

    @Inject
    ContactOwners owners;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvents> happened;

    /** A Business gets none (S2-05); every way in comes by here (S2-06). */
    void on(@Observes CustomersCreated event) {
        BulkCopy rows = new BulkCopy(
                "contact",
                "created_at, created_by, updated_at, updated_by, customer_id, first_name, last_name, title, email, phone,"
                        + " mobile, address_line1, address_line2, address_city, address_state, address_postal_code,"
                        + " address_country, status, is_primary, linked_fields");
        Instant now = clock.instant();
        for (Created customer : event.customers()) {
            if (customer.draft().customerClass() == CustomerClass.RESIDENTIAL) {
                rows.instant(now).text(event.actor()).instant(now).text(event.actor());
                row(rows, customer.id(), CustomerCopy.of(customer.draft()));
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            rows.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The primary contacts could not be written", e);
        }
    }

    /** The automatic contact follows its customer while its fields are untouched. */
    void on(@Observes CustomerRevised event) {
        follow(List.of(event), Map.of());
    }

    /** The same for many. */
    void on(@Observes CustomersRevised event) {
        follow(event.revisions(), event.details());
    }

    private void follow(List<CustomerRevised> revisions, Map<String, String> details) {
        Map<Long, CustomerView> changed = new LinkedHashMap<>();
        for (CustomerRevised revision : revisions) {
            CustomerView after = revision.after();
            if (after.customerClass() == CustomerClass.RESIDENTIAL
                    && !CustomerCopy.of(after.toDraft())
                            .equals(CustomerCopy.of(revision.before().toDraft()))) {
                changed.put(after.id(), after);
            }
        }
        // Whoever changes the record, by hand or by a file, does not change contacts that another system keeps.
        changed.keySet().removeAll(owners.of(changed.keySet()).keySet());
        if (changed.isEmpty()) {
            return;
        }
        List<DomainEvent> events = new ArrayList<>();
        Map<Long, SystemTableEntryView> known = types.byId();
        for (Contact contact : repository.following(changed.keySet())) {
            CustomerView after = Objects.requireNonNull(changed.get(contact.customerId()));
            ContactView before = contact.view(after.displayName(), known, Map.of());
            contact.follow(CustomerCopy.of(after.toDraft()), after.updatedAt(), after.updatedBy());
            ContactView followed = contact.view(after.displayName(), known, Map.of());
            history.consent(before, followed, ConsentSource.STAFF);
            var changes = ContactChanges.between(before, followed);
            if (!changes.isEmpty()) {
                Map<String, String> all = new LinkedHashMap<>(details);
                all.put("contactId", Long.toString(contact.id()));
                all.put("contact", before.name());
                events.add(new DomainEvent("contact.updated", after.id(), changes, all));
            }
        }
        repository.flush();
        happened.fire(new DomainEvents(events));
    }

    /** Contacts go with their customer. */
    void on(@Observes CustomersRemoved event) {
        repository.removeOf(event.ids());
    }

    private static void row(BulkCopy rows, long customerId, CustomerCopy copy) {
        Address address = copy.address();
        rows.number(customerId)
                .text(copy.firstName())
                .text(copy.lastName())
                .text("")
                .text(copy.email())
                .text(copy.phone())
                .text(copy.mobile())
                .text(address.line1())
                .text(address.line2())
                .text(address.city())
                .text(address.state())
                .text(address.postalCode())
                .text(address.country())
                .text(ContactStatus.ACTIVE.name())
                .flag(true)
                .text(CustomerCopy.ALL_FIELDS)
                .endRow();
    }
}
