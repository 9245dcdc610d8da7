package org.kontor.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.kontor.shared.DomainEvent;

/**
 * Tells staff that the job of a contact changed (S2-32): a to-do of today for whoever owns the billing of the customer, else for the
 * account manager, in the transaction in which the change is taken. So there is one for each change, and none while the company
 * does not want them.
 */
@ApplicationScoped
class JobChangeToDos {

    @Inject
    ToDoRepository repository;

    @Inject
    Event<DomainEvent> happened;

    void on(@Observes DomainEvent event) {
        if (!event.kind().equals("contact.job-changed")) {
            return;
        }
        long customer = event.customerId();
        DomainEvent.Change job = event.changes().getOrDefault("job", new DomainEvent.Change("", ""));
        ToDoDraft draft = new ToDoDraft(
                Optional.of(StepKind.REMINDER),
                shortened("LinkedIn: " + event.details().getOrDefault("contact", "")),
                // In no language: who reads it may have another one than who is told first.
                blank(job.before()) + " → " + blank(job.after()),
                Optional.of(repository.today(customer)),
                "");
        long id = repository.add(customer, draft, repository.standIn(customer));
        happened.fire(new DomainEvent(
                "to-do.added",
                customer,
                Map.of(),
                Map.of("toDoId", Long.toString(id), "kind", StepKind.REMINDER.name(), "name", draft.subject())));
    }

    private static String blank(String job) {
        return job.isEmpty() ? "–" : job;
    }

    private static String shortened(String line) {
        return line.length() <= CadenceRules.SUBJECT_MAX
                ? line
                : line.substring(0, CadenceRules.SUBJECT_MAX - 1).strip() + "…";
    }
}
