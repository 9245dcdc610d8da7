package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;

/** Takes many documents, payments and opening balances of another system in, in a few statements. */
@Stateless
public class LedgerIntake {

    @Inject
    InvoiceRules rules;

    @Inject
    Debtors debtors;

    @Inject
    IntakeRepository repository;

    @Inject
    IntakeWriter writer;

    @Inject
    CurrentSettings settings;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvents> happened;

    /**
     * What was posted, for taking it back.
     *
     * @param postings their ids
     * @param items items that came in
     */
    public record Posted(List<Long> postings, int items) {}

    /**
     * Begins to take documents in, in the running transaction. All customers concerned are locked.
     *
     * @param entityId the company entity of customers who are created
     * @param customerIds the customers that are there already
     * @param numbers every number that the documents have or name
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public IntakeSession open(long entityId, Collection<Long> customerIds, Collection<String> numbers) {
        Set<Long> concerned = new TreeSet<>(customerIds);
        concerned.addAll(repository.customers(numbers));
        Map<Long, Debtor> locked = debtors.lock(concerned);
        boolean doubles = settings.on(CompanySetting.DUPLICATE_INVOICE_NUMBERS);
        return new IntakeSession(
                rules,
                clock,
                locked,
                debtors.newcomer(entityId),
                doubles ? Set.of() : repository.taken(numbers),
                repository.named(numbers));
    }

    /**
     * Posts what a session took in. Customers hear of their documents; of invoices that were there before, when they are paid.
     *
     * @param idOf the customer of those who were created meanwhile; others stand for themselves
     * @param details what the history says of each, such as the import
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public Posted write(IntakeSession session, LongUnaryOperator idOf, Map<String, String> details) {
        List<IntakeItem> brought = session.brought();
        if (brought.isEmpty()) {
            return new Posted(List.of(), 0);
        }
        Set<Long> customers = new TreeSet<>();
        brought.forEach(each -> customers.add(idOf.applyAsLong(each.item().customerId())));
        Map<Long, Debtor> locked = debtors.lock(customers);
        locked.values().stream()
                .collect(Collectors.toMap(Debtor::entityId, each -> each, (one, other) -> one))
                .values()
                .forEach(each -> debtors.requireOpenPeriod(each, earliest(session), "date"));
        IntakeWriter.Written written =
                writer.write(session, idOf, locked, !settings.on(CompanySetting.DUPLICATE_INVOICE_NUMBERS));
        List<DomainEvent> events = new ArrayList<>();
        for (IntakeItem each : brought) {
            OpenItem item =
                    Objects.requireNonNull(written.items().get(each.item().id()));
            events.add(LedgerEvents.of(
                    item,
                    each.document().isPresent() ? "issued" : "created",
                    with(details, "amount", Amounts.text(item.amount(), item.currency()))));
            if (item.voided()) {
                events.add(LedgerEvents.of(item, "voided", with(details, "reason", IntakeWriter.VOIDED_THERE)));
            }
        }
        session.links().stream()
                .map(IntakeSession.Link::debit)
                .filter(debit -> !debit.brought() && debit.open().signum() == 0)
                .distinct()
                .forEach(debit -> events.add(LedgerEvents.of(debit.item(), "paid", details)));
        happened.fire(new DomainEvents(events));
        return new Posted(written.postings(), brought.size());
    }

    private static LocalDate earliest(IntakeSession session) {
        return session.brought().stream()
                .map(each -> each.item().issueDate())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> details, String key, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(key, value);
        return more;
    }

    /** Whether nothing else has moved or changed what these postings brought. */
    @Requires(Permission.WRITE_RECEIVABLE)
    public boolean untouched(Collection<Long> postings) {
        return repository.touched(postings).isEmpty();
    }

    /**
     * Removes made-up postings as if they had never been: what they brought is gone, what they settled is owed again. Nothing else may have
     * touched what they brought. The customers hear that it was voided. What is no invention is taken back by {@link LedgerReversal}.
     *
     * @param postings ids of postings that {@link #write} made
     * @param reason why, for the history
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public void remove(Collection<Long> postings, String reason, Map<String, String> details) {
        List<OpenItem> items = repository.brought(postings);
        debtors.lock(items.stream().map(OpenItem::customerId).toList());
        items.stream()
                .min(Comparator.comparing(OpenItem::issueDate))
                .ifPresent(first ->
                        debtors.requireOpenPeriod(debtors.facts(first.customerId()), first.issueDate(), "date"));
        repository.remove(postings, items.stream().map(OpenItem::id).toList());
        happened.fire(new DomainEvents(items.stream()
                .map(item -> LedgerEvents.of(item, "voided", with(details, "reason", reason)))
                .toList()));
    }
}
