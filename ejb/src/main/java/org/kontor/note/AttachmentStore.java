package org.kontor.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Files, whatever they are attached to: what is accepted, the scan, bytes and checksums. Who may see them, and what the history
 * tells, is for the service of what they are attached to.
 */
@ApplicationScoped
public class AttachmentStore {

    @Inject
    AttachmentRepository repository;

    @Inject
    CurrentSettings settings;

    @Inject
    @Any
    Instance<AttachmentScan> scans;

    @Inject
    Clock clock;

    /**
     * Keeps a file.
     *
     * @param content its bytes; read once, not closed
     * @throws AppException {@link ErrorKind#INVALID} for a name or a type that is not accepted, and for what a scan found;
     *     {@link ErrorKind#TOO_LARGE}. Then nothing of it is kept
     */
    public AttachmentView add(FileOwner owner, AttachmentDraft draft, InputStream content) {
        return keep(owner, AttachmentRules.check(draft, settings), content, AttachmentRules.maxBytes(settings));
    }

    /**
     * Keeps a file that another system made, such as one that was signed: the limits of what people upload do not count for it, the scan
     * does.
     *
     * @param most bytes that are accepted
     * @throws AppException {@link ErrorKind#INVALID} for what a scan found; {@link ErrorKind#TOO_LARGE}. Then nothing of it is kept
     */
    public AttachmentView keep(FileOwner owner, AttachmentDraft draft, InputStream content, long most) {
        long id = repository.add(owner, draft, now(), actor());
        repository.store(id, content, most);
        scan(id, draft.name());
        return repository.any(id).orElseThrow();
    }

    /**
     * Changes what is said of a file.
     *
     * @param before the file as it is
     * @return the file as it is then; {@code before} when nothing changes
     * @throws AppException {@link ErrorKind#STALE}, {@link ErrorKind#INVALID}
     */
    public AttachmentView revise(AttachmentView before, long expectedVersion, AttachmentDraft draft) {
        AttachmentDraft checked = AttachmentRules.check(draft, settings);
        if (before.version() == expectedVersion && checked.equals(before.toDraft())) {
            return before;
        }
        if (!repository.revise(before.id(), expectedVersion, checked, now(), actor())) {
            throw AppException.stale();
        }
        return find(before.id()).orElseThrow(() -> absent(before.id()));
    }

    /** Removes a file and its bytes. */
    public void remove(long id) {
        repository.remove(id);
    }

    /** What is said of the file with this id; files of documents for signature are not found here. */
    public Optional<AttachmentView> find(long id) {
        return repository.find(id);
    }

    /** What is said of the file with this id, whatever it belongs to. */
    public Optional<AttachmentView> any(long id) {
        return repository.any(id);
    }

    /** The files of documents for signature, in the order in which they came. */
    public List<SigningAttachment> ofSigning(Collection<Long> documents) {
        return documents.isEmpty() ? List.of() : repository.ofSigning(documents);
    }

    /** A file to be given out. */
    public AttachmentContent content(AttachmentView file) {
        return new AttachmentContent(file, repository.open(file.id()));
    }

    /** Files, newest first. */
    public Page<AttachmentView> of(FileOwner owner, PageRequest page) {
        String list = "attachments|" + owner.customerId()
                + owner.documentId().map(id -> "|" + id).orElse("");
        return piece(list, page, (before, limit) -> repository.of(owner, before, limit));
    }

    /** Files of a customer that are not internal, newest first; without those of documents (S4-135, X-34). */
    public Page<AttachmentView> shared(long customerId, PageRequest page) {
        return piece(
                "attachments|" + customerId + "|shared",
                page,
                (before, limit) -> repository.shared(customerId, before, limit));
    }

    private interface Piece {
        List<AttachmentView> below(long before, int limit);
    }

    private static Page<AttachmentView> piece(String list, PageRequest page, Piece of) {
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<AttachmentView> files = of.below(before, page.limit() + 1);
        if (files.size() <= page.limit()) {
            return new Page<>(files, Optional.empty());
        }
        List<AttachmentView> piece = files.subList(0, page.limit());
        String last = Long.toString(piece.get(piece.size() - 1).id());
        return new Page<>(piece, Optional.of(Cursor.encode(list, last)));
    }

    /** How many files of a customer the caller added since. */
    public int addedSince(long customerId, Instant since) {
        return repository.addedSince(customerId, actor(), since);
    }

    /** The largest file that people may add, in bytes. */
    public long maxBytes() {
        return AttachmentRules.maxBytes(settings);
    }

    /** The refusal for a file that is not there. */
    public static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT,
                "ATTACHMENT_NOT_FOUND",
                "Look for another attachment: there is none with id " + id + ".");
    }

    /** What of it differs, for the history. */
    public static Map<String, Change> changes(AttachmentView before, AttachmentView after) {
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

    /** Which file it is, for the history. */
    public static Map<String, String> details(AttachmentView file) {
        return Map.of("attachmentId", Long.toString(file.id()), "attachment", file.name(), "sha256", file.sha256());
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

    private Instant now() {
        return clock.instant();
    }

    private static String actor() {
        return CallerContext.current().login();
    }
}
