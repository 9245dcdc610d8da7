package org.kontor.customer;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Creates, changes, finds and lists customers. */
@Stateless
public class Customers {

    /**
     * Creates a customer. A Residential one gets its primary contact in the same transaction (S2-03, S2-04).
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#CONFLICT}
     *     when the account number or an external id is taken
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView register(CustomerDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces what is said of a customer.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE} when somebody changed it meanwhile;
     *     {@link ErrorKind#INVALID} and {@link ErrorKind#CONFLICT} as for {@link #register}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView revise(long id, long expectedVersion, CustomerDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** The customer with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<CustomerView> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** The customer that another system knows by this value, whatever the kind of identifier (S0-37). */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<CustomerView> findByExternalId(String system, String value) {
        throw new UnsupportedOperationException();
    }

    /** A piece of the list by cursor; stable under concurrent inserts. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<CustomerRow> list(CustomerQuery query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A piece of the list by position, for tables with page numbers. {@code first} at most 10,000. */
    @Requires(Permission.READ_CUSTOMER)
    public List<CustomerRow> rows(CustomerQuery query, int first, int size) {
        throw new UnsupportedOperationException();
    }

    /** How many customers the list has, counting no further than {@code atMost}. */
    @Requires(Permission.READ_CUSTOMER)
    public int count(CustomerQuery query, int atMost) {
        throw new UnsupportedOperationException();
    }

    /** The best matches for what somebody is typing: at most {@code atMost}, exact ids and account numbers first. */
    @Requires(Permission.READ_CUSTOMER)
    public List<CustomerRow> suggest(String text, int atMost) {
        throw new UnsupportedOperationException();
    }
}
