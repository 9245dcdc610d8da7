package org.kontor.note;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Writes and lists notes. */
@Stateless
public class Notes {

    private static final int TEXT_MAX = 20_000;

    @Inject
    NoteRepository repository;

    @Inject
    CustomerScope scope;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Event<DomainEvents> manyHappened;

    /**
     * Adds a note.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer, {@link ErrorKind#INVALID} for a text that is blank
     *     or over 20,000 characters
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public NoteView add(long customerId, String text, boolean internal) {
        scope.require(customerId);
        FieldCheck fields = new FieldCheck();
        String checked = fields.lines("text", text, TEXT_MAX);
        if (checked.isEmpty()) {
            fields.refuse("text", "REQUIRED", "Write something before saving the note.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        NoteView note = repository
                .add(
                        customerId,
                        checked,
                        internal,
                        now(),
                        CallerContext.current().login())
                .orElseThrow(() -> absent(customerId));
        happened.fire(
                new DomainEvent("note.created", customerId, Map.of(), Map.of("noteId", Long.toString(note.id()))));
        return note;
    }

    /**
     * Adds notes to many customers at once in the running transaction, as the first notes of imported customers (S3-24). They are
     * internal. Nothing is refused: blank texts are left out, control characters removed, long texts cut into several notes.
     *
     * @param details facts for the timeline, such as {@code importId}
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public void addAll(List<NewNote> notes, Map<String, String> details) {
        List<NewNote> pieces = new ArrayList<>(notes.size());
        for (NewNote note : notes) {
            String rest = storable(note.text()).strip();
            while (!rest.isEmpty()) {
                int end = Math.min(rest.length(), TEXT_MAX);
                if (end < rest.length() && Character.isHighSurrogate(rest.charAt(end - 1))) {
                    end--;
                }
                pieces.add(new NewNote(note.customerId(), rest.substring(0, end)));
                rest = rest.substring(end).strip();
            }
        }
        repository.addAll(pieces, true, now(), CallerContext.current().login());
        manyHappened.fire(new DomainEvents(pieces.stream()
                .map(note -> new DomainEvent("note.created", note.customerId(), Map.of(), details))
                .toList()));
    }

    /** The note with this id, if it belongs to this customer. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<NoteView> find(long customerId, long id) {
        scope.require(customerId);
        return id == Long.MAX_VALUE
                ? Optional.empty()
                : repository.ofCustomer(customerId, id + 1, 1).stream()
                        .filter(note -> note.id() == id)
                        .findFirst();
    }

    /**
     * Notes of a customer, newest first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<NoteView> ofCustomer(long customerId, PageRequest page) {
        scope.require(customerId);
        String list = "notes|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<NoteView> notes = repository.ofCustomer(customerId, before, page.limit() + 1);
        if (notes.isEmpty() && !repository.customerExists(customerId)) {
            throw absent(customerId);
        }
        if (notes.size() <= page.limit()) {
            return new Page<>(notes, Optional.empty());
        }
        List<NoteView> piece = notes.subList(0, page.limit());
        String last = Long.toString(piece.get(piece.size() - 1).id());
        return new Page<>(piece, Optional.of(Cursor.encode(list, last)));
    }

    private Instant now() {
        return clock.instant();
    }

    private static String storable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (!surrogate && c != 0x7f && (c >= ' ' || c == '\n' || c == '\t')) {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString();
    }

    private static AppException absent(long customerId) {
        return new AppException(
                ErrorKind.ABSENT,
                "CUSTOMER_NOT_FOUND",
                "Look for another customer: there is none with id " + customerId + ".");
    }
}
