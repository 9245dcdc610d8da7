package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentStore;
import org.kontor.note.AttachmentView;
import org.kontor.note.FileOwner;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Files attached to invoices and credit memos, such as a delivery note: drafts and issued ones alike, since they are no part of what is
 * frozen (S4-96, S4-135, S4-136). They go with a draft that is thrown away.
 */
@Stateless
public class DocumentAttachments {

    @Inject
    Invoices invoices;

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
     * @throws AppException {@link ErrorKind#ABSENT} for the document; {@link ErrorKind#INVALID} for a name or a type that is not
     *     accepted, and for what a scan found; {@link ErrorKind#TOO_LARGE}; {@link ErrorKind#CONFLICT} when the document went to
     *     another customer meanwhile. Then nothing of it is kept
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public AttachmentView add(DocumentKind kind, long documentId, AttachmentDraft draft, InputStream content) {
        InvoiceView document = document(kind, documentId);
        AttachmentView kept = store.add(owner(document), draft, content);
        // Only now, when the bytes are in: nobody waits for a slow scan, and a merge comes wholly before or after.
        gate.lock(document.customerId());
        if (document(kind, documentId).customerId() != document.customerId()) {
            throw Debtors.changedMeanwhile();
        }
        tell(document, "file-added", Map.of(), kept);
        return kept;
    }

    /**
     * Changes what is said of a file.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public AttachmentView revise(long id, long expectedVersion, AttachmentDraft draft) {
        AttachmentView before = existing(id);
        AttachmentView after = store.revise(before, expectedVersion, draft);
        if (!after.equals(before)) {
            tell(document(after), "file-changed", AttachmentStore.changes(before, after), after);
        }
        return after;
    }

    /**
     * Removes a file and its bytes; that it was there, and its checksum, stay in the history.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public void remove(long id) {
        AttachmentView gone = existing(id);
        store.remove(id);
        tell(document(gone), "file-removed", Map.of(), gone);
    }

    /** What is said of the file with this id; files of customers are not found here. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<AttachmentView> find(long id) {
        return store.find(id)
                .filter(file -> file.documentId().isPresent()
                        && gate.find(file.customerId()).isPresent());
    }

    /** The file with this id, to be given out. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<AttachmentContent> content(long id) {
        return find(id).map(store::content);
    }

    /**
     * Files of a document, newest first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the document
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<AttachmentView> ofDocument(DocumentKind kind, long documentId, PageRequest page) {
        return store.of(owner(document(kind, documentId)), page);
    }

    private void tell(InvoiceView document, String participle, Map<String, Change> changes, AttachmentView file) {
        happened.fire(LedgerEvents.of(document, participle, changes, AttachmentStore.details(file)));
    }

    private static FileOwner owner(InvoiceView document) {
        return new FileOwner(document.customerId(), Optional.of(document.id()));
    }

    private InvoiceView document(DocumentKind kind, long id) {
        return invoices.find(kind, id)
                .orElseThrow(() -> Holding.absent(kind.noun().replace('-', ' '), id));
    }

    private InvoiceView document(AttachmentView file) {
        return invoices.findAll(List.of(file.documentId().orElseThrow())).stream()
                .findFirst()
                .orElseThrow(Debtors::changedMeanwhile);
    }

    private AttachmentView existing(long id) {
        return find(id).orElseThrow(() -> AttachmentStore.absent(id));
    }
}
