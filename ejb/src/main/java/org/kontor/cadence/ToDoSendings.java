package org.kontor.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.cadence.ToDoFacts.Facts;
import org.kontor.cadence.ToDoFacts.Subject;
import org.kontor.cadence.ToDoRepository.Row;
import org.kontor.cadence.ToDoTexts.Filled;
import org.kontor.communication.MessageDraft;
import org.kontor.communication.MessageFileDraft;
import org.kontor.communication.MessageFileKind;
import org.kontor.communication.MessageKind;
import org.kontor.communication.Messages;
import org.kontor.customer.CustomerGate;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;

/** Sends steps: hands each to {@code communication} and closes it, in one transaction, so that it is handed over once. */
@ApplicationScoped
class ToDoSendings {

    @Inject
    ToDoRepository repository;

    @Inject
    ToDoFacts facts;

    @Inject
    ToDoTexts texts;

    @Inject
    CadencePlan plan;

    @Inject
    Messages messages;

    @Inject
    CustomerGate gate;

    @Inject
    Event<DomainEvent> happened;

    /** A to-do with its texts as they are now. */
    record Ready(Row row, Facts facts, Filled filled) {

        ToDoView view() {
            return ToDoSendings.shown(row, facts, filled);
        }
    }

    /** To-dos as they are shown: filled in, with where they go. */
    List<Ready> ready(List<Row> rows) {
        List<Facts> known = facts.of(rows.stream()
                .map(row -> new Subject(row.view().customerId(), row.view().documentId()))
                .toList());
        List<Ready> ready = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            ready.add(new Ready(
                    row,
                    known.get(i),
                    row.literal()
                            ? new Filled(row.view().subject(), row.view().text(), List.of())
                            : texts.fill(
                                    known.get(i),
                                    row.view().customerId(),
                                    row.view().subject(),
                                    row.view().text())));
        }
        return ready;
    }

    private static ToDoView shown(Row row, Facts known, Filled filled) {
        ToDoView view = row.view();
        return new ToDoView(
                view.id(),
                view.version(),
                view.createdAt(),
                view.createdBy(),
                view.updatedAt(),
                view.customerId(),
                view.customer(),
                view.cadence(),
                view.condition(),
                view.kind(),
                filled.subject(),
                filled.text(),
                filled.missing(),
                view.state().isOpen() ? ToDoTexts.address(known, view.kind()) : "",
                view.dueOn(),
                view.when(),
                view.state(),
                view.reason(),
                view.trouble(),
                view.automatic(),
                view.assignee(),
                view.responsible(),
                view.responsibleName(),
                view.documentId(),
                view.documentNumber(),
                view.aboutPayment(),
                view.messageId(),
                view.closedAt(),
                view.closedBy());
    }

    /**
     * Sends one by itself, or leaves it to people; what was decided about it meanwhile counts.
     *
     * @throws AppException when it was refused: {@link #refused} then leaves it to people, in another transaction
     */
    void sendByItself(long id) {
        Optional<Row> found = held(id).filter(row -> row.view().state() == ToDoState.SCHEDULED
                && row.view().automatic()
                && row.view().when() != ToDoWhen.LATER);
        if (found.isEmpty()) {
            return;
        }
        Ready ready = ready(List.of(found.get())).get(0);
        if (ready.facts().archived()) {
            return;
        }
        Optional<ToDoReason> hindrance = hindrance(ready);
        if (hindrance.isPresent()) {
            repository.hold(
                    id,
                    hindrance.get(),
                    hindrance.get() == ToDoReason.EMPTY_PLACEHOLDER
                            ? String.join(", ", ready.filled().missing())
                            : "");
        } else {
            send(ready);
        }
    }

    /** Leaves one to people that was refused. */
    void refused(long id, AppException why) {
        if (held(id).isPresent()) {
            repository.hold(id, ToDoReason.REFUSED, String.valueOf(why.getMessage()));
        }
    }

    /** What stands in the way of sending it. */
    static Optional<ToDoReason> hindrance(Ready ready) {
        boolean nowhere = ready.row().view().kind() == StepKind.SMS
                ? ready.facts().contactId().isEmpty()
                : ToDoTexts.address(ready.facts(), ready.row().view().kind()).isEmpty();
        if (nowhere) {
            return Optional.of(ToDoReason.NO_ADDRESS);
        }
        return ready.filled().missing().isEmpty() ? Optional.empty() : Optional.of(ToDoReason.EMPTY_PLACEHOLDER);
    }

    /** Sends one that nothing stands in the way of, whose customer the caller holds. */
    void send(Ready ready) {
        ToDoView view = ready.view();
        MessageKind kind = view.kind()
                .message()
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT, "NOT_SENDABLE", "Do it, and say that it is done: it is nothing to send."));
        List<MessageFileDraft> along =
                ready.row().attachInvoice() && view.documentId().isPresent()
                        ? List.of(MessageFileDraft.of(
                                MessageFileKind.INVOICE, view.documentId().get()))
                        : List.of();
        Optional<Long> contact = kind == MessageKind.SMS
                        || (kind == MessageKind.EMAIL && ready.facts().emailOfContact())
                ? ready.facts().contactId()
                : Optional.empty();
        long sent = messages.add(view.customerId(), message(kind, view, view.address(), contact, along))
                .id();
        for (String copy : copies(ready)) {
            messages.add(view.customerId(), message(kind, view, copy, Optional.empty(), along));
        }
        close(view, ToDoState.DONE, Optional.of(sent));
    }

    private static MessageDraft message(
            MessageKind kind, ToDoView view, String address, Optional<Long> contact, List<MessageFileDraft> along) {
        return new MessageDraft(
                Optional.of(kind),
                Optional.empty(),
                address,
                contact,
                view.subject(),
                view.text(),
                along,
                Optional.empty());
    }

    private Set<String> copies(Ready ready) {
        Set<String> to = new LinkedHashSet<>();
        for (String copy : ready.row().copies()) {
            CadenceRules.part(copy)
                    .map(part -> facts.emailOf(ready.row().view().customerId(), part.column()))
                    .orElse(Optional.of(copy))
                    .ifPresent(to::add);
        }
        to.remove(ready.facts().email());
        return to;
    }

    /** Ends one with its texts as they are now, and tells of it. */
    void close(ToDoView view, ToDoState state, Optional<Long> messageId) {
        repository.close(view.id(), state, view.subject(), view.text(), messageId);
        Map<String, String> details = new TreeMap<>(
                Map.of("toDoId", Long.toString(view.id()), "kind", view.kind().name()));
        if (!view.subject().isEmpty()) {
            details.put("name", view.subject());
        }
        messageId.ifPresent(id -> details.put("messageId", Long.toString(id)));
        happened.fire(new DomainEvent(
                state == ToDoState.DONE ? "to-do.done" : "to-do.skipped", view.customerId(), Map.of(), details));
    }

    /** A to-do with the row of its customer held, and compared with what is owed now; empty when it is no more, or not seen. */
    Optional<Row> held(long id) {
        Optional<Row> seen = repository.find(id);
        if (seen.isEmpty() || gate.find(seen.get().view().customerId()).isEmpty()) {
            return Optional.empty();
        }
        gate.lock(seen.get().view().customerId());
        plan.fresh(seen.get().view().customerId());
        return repository.find(id);
    }
}
