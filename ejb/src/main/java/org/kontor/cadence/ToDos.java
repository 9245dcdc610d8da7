package org.kontor.cadence;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.cadence.ToDoRepository.Row;
import org.kontor.cadence.ToDoSendings.Ready;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * The to-do list (S4-130): every step of a cadence, also those whose day has not come, and what staff noted by hand. Whoever owns the
 * billing of a customer is responsible, unless a to-do is given to somebody else (S4-63).
 */
@Stateless
public class ToDos {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Inject
    ToDoRepository repository;

    @Inject
    ToDoSendings sendings;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /**
     * To-dos of the customers that the caller sees, what is due first coming first; of what is over, what was due last.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer of the query
     */
    @Requires(Permission.READ_TO_DO)
    public Page<ToDoView> list(ToDoQuery query, PageRequest page) {
        query.customerId().ifPresent(gate::name);
        String list = "to-dos|" + query.customerId() + query.mine() + query.when()
                + query.states().stream().sorted().toList();
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        List<Row> found = repository.list(
                query,
                after.map(values -> LocalDate.parse(values.get(0))).orElse(query.closed() ? LAST : FIRST),
                after.map(values -> Long.parseLong(values.get(1))).orElse(query.closed() ? Long.MAX_VALUE : 0L),
                page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<ToDoView> shown = sendings.ready(more ? found.subList(0, page.limit()) : found).stream()
                .map(Ready::view)
                .toList();
        if (!more) {
            return new Page<>(shown, Optional.empty());
        }
        ToDoView last = shown.get(shown.size() - 1);
        return new Page<>(shown, Optional.of(Cursor.encode(list, last.dueOn().toString(), Long.toString(last.id()))));
    }

    /** One by its id; empty for one of a customer whom the caller does not see. */
    @Requires(Permission.READ_TO_DO)
    public Optional<ToDoView> find(long id) {
        return repository
                .find(id)
                .filter(row -> gate.find(row.view().customerId()).isPresent())
                .map(row -> sendings.ready(List.of(row)).get(0).view());
    }

    /**
     * Notes something to be done for a customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} naming each field
     */
    @Requires(Permission.WRITE_TO_DO)
    public ToDoView add(long customerId, ToDoDraft draft) {
        gate.name(customerId);
        StepKind kind = draft.kind().orElse(StepKind.REMINDER);
        FieldCheck fields = new FieldCheck();
        if (kind.isSent()) {
            fields.refuse("kind", "NOT_ALLOWED", "Choose REMINDER or CALL: send a message at once instead.");
        }
        LocalDate today = repository.today(customerId);
        ToDoDraft checked = check(fields, kind, draft, today, today);
        Optional<Long> assignee = assignee(fields, draft.assignee());
        refuse(fields);
        gate.lock(customerId);
        long id = repository.add(customerId, checked, assignee);
        happened.fire(new DomainEvent(
                "to-do.added",
                customerId,
                Map.of(),
                Map.of("toDoId", Long.toString(id), "kind", kind.name(), "name", checked.subject())));
        return existing(id);
    }

    /**
     * Changes what is said, the day, or who does it. What is put off waits for its day again; what goes by itself goes then.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code TO_DO_OVER});
     *     {@link ErrorKind#INVALID} naming each field
     */
    @Requires(Permission.WRITE_TO_DO)
    public ToDoView revise(long id, long version, ToDoDraft draft) {
        Ready ready = open(id, version);
        ToDoView before = ready.view();
        FieldCheck fields = new FieldCheck();
        LocalDate today = repository.today(before.customerId());
        ToDoDraft checked = check(fields, before.kind(), draft, today, before.dueOn());
        Optional<Long> assignee = draft.assignee().strip().equals(before.assignee())
                        && !before.assignee().isEmpty()
                ? repository.user(before.assignee())
                : assignee(fields, draft.assignee());
        refuse(fields);
        LocalDate dueOn = checked.dueOn().orElseThrow();
        boolean said =
                !checked.subject().equals(before.subject()) || !checked.text().equals(before.text());
        repository.revise(id, said ? Optional.of(checked) : Optional.empty(), dueOn, dueOn.isAfter(today), assignee);
        return existing(id);
    }

    /**
     * Sends it now, whatever its day: somebody has looked at it.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code TO_DO_OVER},
     *     {@code NOT_SENDABLE}, {@code NO_ADDRESS}, {@code EMPTY_PLACEHOLDER}, {@code NO_CHANNEL}); {@link ErrorKind#FORBIDDEN} for whoever
     *     may not send messages
     */
    @Requires(Permission.WRITE_TO_DO)
    public ToDoView approve(long id, long version) {
        Ready ready = open(id, version);
        if (ready.row().view().kind().isSent()) {
            ToDoSendings.hindrance(ready).ifPresent(hindrance -> {
                throw hindrance == ToDoReason.NO_ADDRESS
                        ? new AppException(
                                ErrorKind.CONFLICT,
                                "NO_ADDRESS",
                                "Add an address to the customer first: there is none to send it to.")
                        : new AppException(
                                ErrorKind.CONFLICT,
                                "EMPTY_PLACEHOLDER",
                                "Write it out by hand: there is nothing for "
                                        + String.join(", ", ready.filled().missing()) + ".");
            });
        }
        sendings.send(ready);
        return existing(id);
    }

    /**
     * Says that it is done, without sending anything.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code TO_DO_OVER})
     */
    @Requires(Permission.WRITE_TO_DO)
    public ToDoView complete(long id, long version) {
        sendings.close(open(id, version).view(), ToDoState.DONE, Optional.empty());
        return existing(id);
    }

    /**
     * Leaves it out: a step of a cadence is not planned again for the same thing.
     *
     * @param version the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} ({@code TO_DO_OVER})
     */
    @Requires(Permission.WRITE_TO_DO)
    public ToDoView skip(long id, long version) {
        sendings.close(open(id, version).view(), ToDoState.SKIPPED, Optional.empty());
        return existing(id);
    }

    private Ready open(long id, long version) {
        Row row = sendings.held(id).orElseThrow(() -> absent(id));
        if (!row.view().state().isOpen()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "TO_DO_OVER", "Look at the list again: this is over, or applies no more.");
        }
        if (row.view().version() != version) {
            throw AppException.stale();
        }
        return sendings.ready(List.of(row)).get(0);
    }

    private static ToDoDraft check(
            FieldCheck fields, StepKind kind, ToDoDraft draft, LocalDate today, LocalDate before) {
        String subject = fields.line("subject", draft.subject(), CadenceRules.SUBJECT_MAX);
        String text = fields.lines("text", draft.text(), CadenceRules.TEXT_MAX);
        if (kind == StepKind.SMS && !subject.isEmpty()) {
            fields.refuse("subject", "NOT_ALLOWED", "Leave the subject empty: a text message has none.");
        } else if (kind != StepKind.SMS && kind != StepKind.LETTER && subject.isEmpty()) {
            fields.refuse("subject", "REQUIRED", "Write what it is about in one line.");
        }
        if (kind.isSent() && text.isEmpty()) {
            fields.refuse("text", "REQUIRED", "Write the text of the message.");
        }
        LocalDate dueOn = draft.dueOn().orElse(before);
        if (dueOn.isBefore(today) && !dueOn.equals(before)) {
            fields.refuse("dueOn", "IN_PAST", "Choose today or a later day.");
        } else if (dueOn.isAfter(LAST)) {
            fields.refuse("dueOn", "OUT_OF_RANGE", "Choose a day up to the year 9999.");
        }
        return new ToDoDraft(Optional.of(kind), subject, text, Optional.of(dueOn), draft.assignee());
    }

    private Optional<Long> assignee(FieldCheck fields, String login) {
        if (login.isBlank()) {
            return Optional.empty();
        }
        Optional<Long> user = repository.user(login.strip());
        if (user.isEmpty()) {
            fields.refuse(
                    "assignee", "USER_UNKNOWN", "Choose an active user by sign-in name; “" + login + "” is none.");
        }
        return user;
    }

    private static void refuse(FieldCheck fields) {
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
    }

    private ToDoView existing(long id) {
        return find(id).orElseThrow(() -> absent(id));
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "TO_DO_NOT_FOUND", "Look for another to-do: there is none with id " + id + ".");
    }
}
