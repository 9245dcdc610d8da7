package org.kontor.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer as PSA sees it: the mapped Billing fields and nothing else (S0-02).
 *
 * @param id numeric customer id
 * @param version counts changes, those made elsewhere too
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param accountType always Standard
 * @param identity PSA's name of the class
 * @param status business state
 * @param customerName the name shown everywhere
 * @param email primary e-mail address; empty for none
 * @param website website; empty for none
 * @param billMethod how the bill is sent
 * @param primaryPhone primary phone; empty for none
 * @param address postal address
 */
public record PsaCustomer(
        long id,
        long version,
        Instant createdAt,
        Instant updatedAt,
        AccountType accountType,
        CustomerClass identity,
        CustomerStatus status,
        String customerName,
        String email,
        String website,
        BillMethod billMethod,
        String primaryPhone,
        Address address) {

    /** What PSA sees of a record. */
    public static PsaCustomer of(CustomerView view) {
        return new PsaCustomer(
                view.id(),
                view.version(),
                view.createdAt(),
                view.updatedAt(),
                view.accountType(),
                view.customerClass(),
                view.status(),
                view.displayName(),
                view.emails().isEmpty() ? "" : view.emails().get(0),
                view.website(),
                view.billMethod(),
                view.primaryPhone(),
                view.address());
    }

    /** The draft that, saved again, changes nothing. */
    public PsaDraft toDraft() {
        return new PsaDraft(
                accountType,
                identity,
                Optional.of(status),
                customerName,
                email,
                website,
                Optional.of(billMethod),
                primaryPhone,
                address);
    }
}
