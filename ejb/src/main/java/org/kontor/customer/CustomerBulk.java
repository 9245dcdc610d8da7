package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Writes many customers at once, by COPY, with everything that belongs to the creation or change of each. */
@Stateless
public class CustomerBulk {

    @Inject
    CustomerWriter writer;

    @Inject
    MarkResolver marks;

    @Inject
    CustomerReviser reviser;

    /**
     * A customer as it shall be.
     *
     * @param before as {@link #lock} gave it
     * @param after a draft that {@link CustomerRules#check} found without errors; account type and parent as before
     */
    public record Revision(CustomerView before, CustomerRules.Checked after) {}

    /**
     * Creates customers in the running transaction: rows, e-mails, phones, external ids and, through the event
     * {@link CustomersCreated}, their primary contacts and timeline entries.
     *
     * @param customers drafts that {@link CustomerRules#check} found without errors and whose account numbers and external ids
     *     {@link CustomerLookup} found free; those with tags, flags, owners or custom fields must be without
     *     {@link MarkResolver.Session#problems}, too. All or none are written; required custom fields may be missing
     * @param importId the import they come from; stands in each timeline entry
     * @return the new ids, in the same order
     * @throws AppException {@link ErrorKind#INVALID} for marks against a rule; {@link ErrorKind#CONFLICT} when an account number or external id was taken meanwhile; the
     *     transaction can then only be rolled back
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<Long> create(List<CustomerRules.Checked> customers, long importId) {
        MarkResolver.Session session = marks.open();
        List<MarkResolver.Resolved> resolved = customers.stream()
                .map(customer -> session.resolve(customer, Optional.empty(), false))
                .toList();
        List<FieldError> errors = resolved.stream()
                .flatMap(customer -> customer.errors().stream())
                .toList();
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return writer.create(resolved, Map.of("importId", Long.toString(importId)));
    }

    /** Customers as they are, by id; nobody else can change them before the running transaction ends. */
    @Requires(Permission.WRITE_CUSTOMER)
    public List<CustomerView> lock(Collection<Long> ids) {
        return reviser.lock(ids);
    }

    /** The same for whoever erases customers, and need not be able to change them. */
    @Requires(Permission.ERASE_CUSTOMER)
    public List<CustomerView> lockToErase(Collection<Long> ids) {
        return reviser.lock(ids);
    }

    /** Customers as they are, by id. */
    @Requires(Permission.READ_CUSTOMER)
    public List<CustomerView> read(Collection<Long> ids) {
        return reviser.read(ids);
    }

    /**
     * Changes customers in the running transaction, which holds their {@link #lock}, with their timeline entries and with the
     * contacts that follow them. What stays as it is gets neither a new version nor an entry.
     *
     * @param revisions each customer once
     * @param details facts for the timeline, such as {@code importId}
     * @return those that were changed
     * @throws AppException {@link ErrorKind#CONFLICT} when an account number or external id was taken meanwhile; the
     *     transaction can then only be rolled back
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public List<Revision> revise(List<Revision> revisions, Map<String, String> details) {
        return reviser.revise(revisions, details);
    }

    /**
     * Removes customers in the running transaction, which holds their {@link #lock}, with their contacts, notes and timeline, as
     * if they had never been created. Says {@code customer.deleted} of each.
     *
     * @param ids customers to which nothing else refers
     * @param details facts for the event, such as {@code importId}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void remove(List<Long> ids, Map<String, String> details) {
        reviser.remove(ids, details);
    }
}
