package org.kontor.signing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.connector.SignatureServices;
import org.kontor.connector.SignatureServices.Way;
import org.kontor.customer.CustomerGate;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentStore;
import org.kontor.note.FileOwner;
import org.kontor.note.FileOwner.Role;
import org.kontor.note.FileOwner.SigningFile;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.signing.SigningRepository.Place;
import org.kontor.spi.SignatureService.Feature;

/**
 * Documents that people of customers sign electronically (S4-134): makes drafts with their files, changes, deletes and
 * shows them. {@link SigningRequests} sends them.
 */
@Stateless
public class SigningDocuments {

    @Inject
    SigningGate documents;

    @Inject
    SigningRows rows;

    @Inject
    SigningRepository repository;

    @Inject
    SigningRules rules;

    @Inject
    SignatureServices services;

    @Inject
    AttachmentStore files;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * What can be done with documents of a customer now.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_DOCUMENT)
    public SigningAbility ability(long customerId) {
        gate.name(customerId);
        Place place = repository.place(customerId);
        Optional<Way> way = services.of(place.entityId());
        String reason = place.archived()
                ? String.valueOf(SigningGate.archived().getMessage())
                : way.isEmpty() ? String.valueOf(SigningGate.noService().getMessage()) : "";
        return new SigningAbility(
                reason.isEmpty(),
                reason,
                way.filter(over -> over.features().contains(Feature.ORDER)).isPresent(),
                way.filter(over -> over.features().contains(Feature.EXPIRY)).isPresent(),
                way.filter(over -> over.features().contains(Feature.REMIND)).isPresent(),
                Math.min(SigningRules.MOST_SIGNERS, way.map(Way::mostSigners).orElse(SigningRules.MOST_SIGNERS)),
                way.map(Way::largestFile).orElse(0L));
    }

    /**
     * Says what is against a draft; nothing is stored.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public void check(long customerId, SigningDocumentDraft draft) {
        gate.name(customerId);
        Place place = repository.place(customerId);
        rules.check(customerId, draft, place.today(), services.of(place.entityId()));
    }

    /**
     * Makes a draft, without its file yet.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field;
     *     {@link ErrorKind#CONFLICT} ({@code CUSTOMER_ARCHIVED}) for one in the archive
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView make(long customerId, SigningDocumentDraft draft) {
        return added(customerId, draft, Optional.empty());
    }

    /**
     * Makes a draft with its file.
     *
     * @param upload the PDF
     * @throws AppException as {@link #make(long, SigningDocumentDraft)} and {@link #attach}
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView make(long customerId, SigningDocumentDraft draft, SigningUpload upload) {
        return added(customerId, draft, Optional.of(upload));
    }

    private SigningDocumentView added(long customerId, SigningDocumentDraft draft, Optional<SigningUpload> upload) {
        gate.lock(customerId);
        Place place = repository.place(customerId);
        if (place.archived()) {
            throw SigningGate.archived();
        }
        SigningDocumentDraft checked = rules.check(customerId, draft, place.today(), services.of(place.entityId()));
        long id = repository.add(customerId, checked);
        upload.ifPresent(file -> keep(documents.existing(id), file));
        SigningDocumentView made = documents.existing(id);
        happened.fire(SigningEvents.of(made, "created", Map.of()));
        return made;
    }

    /**
     * Replaces what a draft says.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} naming each field;
     *     {@link ErrorKind#CONFLICT} ({@code NOT_A_DRAFT}) when it was sent
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView change(long id, long version, SigningDocumentDraft draft) {
        return changed(documents.editable(id, version), draft, Optional.empty());
    }

    /**
     * Replaces what a draft says, and its file.
     *
     * @throws AppException as {@link #change(long, long, SigningDocumentDraft)} and {@link #attach}
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView change(long id, long version, SigningDocumentDraft draft, SigningUpload upload) {
        return changed(documents.editable(id, version), draft, Optional.of(upload));
    }

    private SigningDocumentView changed(
            SigningDocumentView before, SigningDocumentDraft draft, Optional<SigningUpload> upload) {
        Place place = repository.place(before.customerId());
        SigningDocumentDraft checked =
                rules.check(before.customerId(), draft, place.today(), services.of(place.entityId()));
        if (upload.isEmpty() && checked.equals(before.toDraft())) {
            return before;
        }
        repository.update(before.id(), checked);
        upload.ifPresent(file -> keep(before, file));
        SigningDocumentView after = documents.existing(before.id());
        happened.fire(SigningEvents.changed(before, after));
        return after;
    }

    /**
     * Keeps the PDF of a draft, in place of the one before.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code NOT_A_DRAFT}) when it
     *     was sent; {@link ErrorKind#INVALID} for what is no PDF by its content, and for what a scan found;
     *     {@link ErrorKind#TOO_LARGE}. Then nothing changes
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public SigningDocumentView attach(long id, long version, SigningUpload upload) {
        SigningDocumentView before = documents.editable(id, version);
        return changed(before, before.toDraft(), Optional.of(upload));
    }

    private void keep(SigningDocumentView document, SigningUpload upload) {
        files.ofSigning(List.of(document.id()))
                .forEach(each -> files.remove(each.file().id()));
        SigningFile place = new SigningFile(document.id(), Role.ORIGINAL);
        files.add(
                new FileOwner(document.customerId(), Optional.empty(), Optional.of(place)),
                new AttachmentDraft(named(upload.name()), "", true),
                new PdfStream(upload.content()));
    }

    /** What it holds counts, not what it is called; but a PDF is to be called so. */
    private static String named(String name) {
        String plain = name.isBlank() ? "document" : name.strip();
        return plain.toLowerCase(Locale.ROOT).endsWith(".pdf") ? plain : plain + ".pdf";
    }

    /**
     * Deletes a draft, or one that could not be sent, with its file.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code NOT_A_DRAFT}) when it was
     *     sent
     */
    @Requires(Permission.WRITE_DOCUMENT)
    public void remove(long id, long version) {
        SigningDocumentView gone = documents.editable(id, version);
        repository.delete(id);
        happened.fire(SigningEvents.of(gone, "deleted", Map.of()));
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    @Requires(Permission.READ_DOCUMENT)
    public Optional<SigningDocumentView> find(long id) {
        return documents.row(id).map(SigningRow::view);
    }

    /** Documents by their ids, as far as the caller sees them. */
    @Requires(Permission.READ_DOCUMENT)
    public List<SigningDocumentView> findAll(Collection<Long> ids) {
        return rows.find(ids).stream().map(SigningRow::view).toList();
    }

    /**
     * Documents of a customer, the latest made first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_DOCUMENT)
    public Page<SigningDocumentView> ofCustomer(long customerId, PageRequest page) {
        gate.name(customerId);
        String list = "signing-documents|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<SigningDocumentView> found = rows.ofCustomer(customerId, before, page.limit() + 1).stream()
                .map(SigningRow::view)
                .toList();
        return Pieces.of(found, page, list, SigningDocumentView::id);
    }

    /** A file of a document, to be given out; empty when there is none in this role. */
    @Requires(Permission.READ_DOCUMENT)
    public Optional<AttachmentContent> content(long id, Role role) {
        return documents.row(id).flatMap(row -> row.file(role)).map(files::content);
    }
}
