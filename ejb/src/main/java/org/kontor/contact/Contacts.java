package org.kontor.contact;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Creates, changes and finds contacts. */
@Stateless
public class Contacts {

    /**
     * Adds a contact to a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer, {@link ErrorKind#INVALID} for fields
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView add(long customerId, ContactDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces what is said of a contact.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public ContactView revise(long id, long expectedVersion, ContactDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** The contact with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<ContactView> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** The contacts of a customer: primary first, then active ones, then by name. */
    @Requires(Permission.READ_CUSTOMER)
    public List<ContactView> ofCustomer(long customerId) {
        throw new UnsupportedOperationException();
    }
}
