package org.kontor.note;

import jakarta.ejb.Stateless;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Writes and lists notes. */
@Stateless
public class Notes {

    /**
     * Adds a note.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer, {@link ErrorKind#INVALID} for a text that is blank
     *     or over 20,000 characters
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public NoteView add(long customerId, String text, boolean internal) {
        throw new UnsupportedOperationException();
    }

    /** Notes of a customer, newest first. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<NoteView> ofCustomer(long customerId, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
