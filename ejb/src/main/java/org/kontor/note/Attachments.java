package org.kontor.note;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Keeps, lists, gives out and removes files of customers (S4-135 to S4-136). */
@Stateless
public class Attachments {

    @Inject
    AttachmentRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    CurrentSettings settings;

    @Inject
    @Any
    Instance<AttachmentScan> scans;

    @Inject
    Clock clock;

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
        AttachmentDraft checked = AttachmentRules.check(draft, settings);
        long id = repository.add(customerId, checked, now(), actor());
        repository.store(id, content, AttachmentRules.maxBytes(settings));
        scan(id, checked.name());
        AttachmentView kept = existing(id);
        happened.fire(new DomainEvent("attachment.created", customerId, Map.of(), details(kept)));
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
        AttachmentDraft checked = AttachmentRules.check(draft, settings);
        if (before.version() == expectedVersion && checked.equals(before.toDraft())) {
            return before;
        }
        if (!repository.revise(id, expectedVersion, checked, now(), actor())) {
            throw new AppException(
                    ErrorKind.STALE,
                    "STALE_VERSION",
                    "Load it again and repeat your change: somebody changed it meanwhile.");
        }
        AttachmentView after = existing(id);
        happened.fire(
                new DomainEvent("attachment.updated", after.customerId(), changes(before, after), details(after)));
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
        repository.remove(id);
        happened.fire(new DomainEvent("attachment.deleted", gone.customerId(), Map.of(), details(gone)));
    }

    /** What is said of the file with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<AttachmentView> find(long id) {
        return repository.find(id).filter(file -> gate.find(file.customerId()).isPresent());
    }

    /** The file with this id, to be given out. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<AttachmentContent> content(long id) {
        return find(id).map(view -> new AttachmentContent(view, repository.open(id)));
    }

    /**
     * Files of a customer, newest first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<AttachmentView> ofCustomer(long customerId, PageRequest page) {
        gate.name(customerId);
        String list = "attachments|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<AttachmentView> files = repository.ofCustomer(customerId, before, page.limit() + 1);
        if (files.size() <= page.limit()) {
            return new Page<>(files, Optional.empty());
        }
        List<AttachmentView> piece = files.subList(0, page.limit());
        String last = Long.toString(piece.get(piece.size() - 1).id());
        return new Page<>(piece, Optional.of(Cursor.encode(list, last)));
    }

    private void scan(long id, String name) {
        for (AttachmentScan scan : scans) {
            Optional<String> threat;
            try (InputStream content = repository.open(id)) {
                threat = scan.threat(name, content);
            } catch (IOException e) {
                throw new IllegalStateException("The scan of an attachment failed", e);
            }
            if (threat.isPresent()) {
                throw AppException.invalid("file", "THREAT_FOUND", "Choose another file: " + threat.get());
            }
        }
    }

    private AttachmentView existing(long id) {
        return find(id).orElseThrow(() -> new AppException(
                ErrorKind.ABSENT,
                "ATTACHMENT_NOT_FOUND",
                "Look for another attachment: there is none with id " + id + "."));
    }

    private static Map<String, Change> changes(AttachmentView before, AttachmentView after) {
        Map<String, Change> changes = new LinkedHashMap<>();
        note(changes, "name", before.name(), after.name());
        note(changes, "description", before.description(), after.description());
        note(changes, "internal", Boolean.toString(before.internal()), Boolean.toString(after.internal()));
        return changes;
    }

    private static void note(Map<String, Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.put(field, new Change(before, after));
        }
    }

    private static Map<String, String> details(AttachmentView file) {
        return Map.of("attachmentId", Long.toString(file.id()), "attachment", file.name(), "sha256", file.sha256());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String actor() {
        return CallerContext.current().login();
    }
}
