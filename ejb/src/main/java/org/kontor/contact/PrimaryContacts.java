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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerRevised;
import org.kontor.customer.CustomerView;
import org.kontor.customer.CustomersCreated;
import org.kontor.customer.CustomersCreated.Created;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.DomainEvent;

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
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /** A Business gets none (S2-05); every way in comes by here (S2-06). */
    void on(@Observes CustomersCreated event) {
        BulkCopy rows = new BulkCopy(
                "contact",
                "created_at, created_by, updated_at, updated_by, customer_id, first_name, last_name, title, email, phone,"
                        + " mobile, address_line1, address_line2, address_city, address_state, address_postal_code,"
                        + " address_country, status, is_primary, linked_fields");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
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
        CustomerView after = event.after();
        CustomerCopy copy = CustomerCopy.of(after.toDraft());
        if (after.customerClass() != CustomerClass.RESIDENTIAL
                || copy.equals(CustomerCopy.of(event.before().toDraft()))) {
            return;
        }
        repository.following(after.id()).ifPresent(contact -> {
            ContactView before = contact.view(after.displayName());
            contact.follow(copy, after.updatedAt(), after.updatedBy());
            var changes = ContactChanges.between(before, contact.view(after.displayName()));
            repository.flush();
            if (!changes.isEmpty()) {
                happened.fire(new DomainEvent(
                        "contact.updated",
                        after.id(),
                        changes,
                        Map.of("contactId", Long.toString(contact.id()), "contact", before.name())));
            }
        });
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
