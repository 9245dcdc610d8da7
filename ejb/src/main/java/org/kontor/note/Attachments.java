package org.kontor.note;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Keeps, lists, gives out and removes files of customers (S4-135 to S4-136). */
@Stateless
public class Attachments {

    @Inject
    AttachmentStore store;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Keeps a file.
     *
     * @param content its bytes; read once, not closed
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} for a name or a type that is not
     *     accepted, and for what a scan found; {@link ErrorKind#TOO_LARGE}. Then nothing of it is kept
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public AttachmentView add(long customerId, AttachmentDraft draft, InputStream content) {
        gate.name(customerId);
        AttachmentView kept = store.add(own(customerId), draft, content);
        happened.fire(new DomainEvent("attachment.created", customerId, Map.of(), AttachmentStore.details(kept)));
        return kept;
    }

    /**
     * Changes what is said of a file.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public AttachmentView revise(long id, long expectedVersion, AttachmentDraft draft) {
        AttachmentView before = existing(id);
        AttachmentView after = store.revise(before, expectedVersion, draft);
        if (!after.equals(before)) {
            happened.fire(new DomainEvent(
                    "attachment.updated",
                    after.customerId(),
                    AttachmentStore.changes(before, after),
                    AttachmentStore.details(after)));
        }
        return after;
    }

    /**
     * Removes a file and its bytes; that it was there, and its checksum, stay in the history.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void remove(long id) {
        AttachmentView gone = existing(id);
        store.remove(id);
        happened.fire(
                new DomainEvent("attachment.deleted", gone.customerId(), Map.of(), AttachmentStore.details(gone)));
    }

    /** What is said of the file with this id; files of documents are not found here. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<AttachmentView> find(long id) {
        return store.find(id)
                .filter(file -> file.documentId().isEmpty()
                        && gate.find(file.customerId()).isPresent());
    }

    /** The file with this id, to be given out. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<AttachmentContent> content(long id) {
        return find(id).map(store::content);
    }

    /**
     * Files of a customer, newest first; without those of their documents.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<AttachmentView> ofCustomer(long customerId, PageRequest page) {
        gate.name(customerId);
        return store.of(own(customerId), page);
    }

    private static FileOwner own(long customerId) {
        return new FileOwner(customerId, Optional.empty());
    }

    private AttachmentView existing(long id) {
        return find(id).orElseThrow(() -> AttachmentStore.absent(id));
    }
}
