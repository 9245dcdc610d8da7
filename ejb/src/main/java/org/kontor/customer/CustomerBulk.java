package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Writes many customers at once, by COPY, with everything that belongs to the creation of each. */
@Stateless
public class CustomerBulk {

    @Inject
    CustomerWriter writer;

    @Inject
    MarkResolver marks;

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
}
