package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.receivable.IntakeUndo.Link;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.ErrorKind;

/**
 * Takes back what {@link LedgerIntake} posted, as accounts are mended: documents are voided, payments reversed, applications countered, and
 * nothing is removed. What somebody relies on stays, with whatever settles it.
 */
@Stateless
public class LedgerReversal {

    @Inject
    IntakeRepository repository;

    @Inject
    IntakeUndo undo;

    @Inject
    LedgerWriter ledger;

    @Inject
    Debtors debtors;

    @Inject
    Settlement settlement;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvents> happened;

    /** Why a document is not taken back. */
    public enum Why {
        /** It was sent to the customer. */
        SENT,
        /** It was applied, paid, refunded, written off, contested or changed since, or has files. */
        WORKED_WITH,
        /** It settles, or is settled by, one that stays. */
        LINKED
    }

    /**
     * A document that stays.
     *
     * @param customerId whose it is
     * @param number its number, or its id behind {@code #}
     * @param why what stands in the way
     */
    public record Kept(long customerId, String number, Why why) {}

    /**
     * What was done.
     *
     * @param postings those that are countered now, and those of documents that were void already: nothing of them is left to be taken back
     * @param kept documents that stay, by their ids
     */
    public record Reversed(Set<Long> postings, List<Kept> kept) {

        /** Copies both. */
        public Reversed {
            postings = Set.copyOf(postings);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Documents that these postings brought.
     *
     * @param postings ids of postings that {@link LedgerIntake#write} made
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public Set<Long> documents(Collection<Long> postings) {
        return undo.opened(postings).keySet();
    }

    /**
     * Counters postings, from today on or from the last day on which something moved what they moved. Customers hear that their documents
     * were voided, and of invoices that are owed again.
     *
     * @param postings ids of postings of one import: with one that moved an item, all of them that did
     * @param sent documents that were sent to somebody
     * @param reason why, for the history
     * @param details what the history says of each, such as the import
     * @throws AppException {@link ErrorKind#INVALID} when today is in a locked period
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public Reversed reverse(
            Collection<Long> postings, Collection<Long> sent, String reason, Map<String, String> details) {
        if (postings.isEmpty()) {
            return new Reversed(Set.of(), List.of());
        }
        Map<Long, Debtor> locked = debtors.lock(undo.customers(postings));
        Map<Long, Long> opened = undo.opened(postings);
        Map<Long, OpenItem> items = new TreeMap<>(ledger.items(opened.keySet()));
        Set<Long> over = new TreeSet<>(postings);
        List<Link> links = undo.links(postings);
        links.forEach(link -> over.remove(link.posting()));
        items.values().stream().filter(item -> !item.voided()).forEach(item -> over.remove(opened.get(item.id())));
        items.values().removeIf(OpenItem::voided);

        Map<Long, Why> kept = kept(items.keySet(), links, sent, repository.touched(postings));
        items.keySet().removeAll(kept.keySet());
        List<Link> gone = links.stream()
                .filter(link -> items.containsKey(link.creditId()) || items.containsKey(link.debitId()))
                .toList();
        counter(items, gone, opened, locked, reason, details);

        items.keySet().forEach(id -> over.add(Objects.requireNonNull(opened.get(id))));
        gone.forEach(link -> over.add(link.posting()));
        Map<Long, OpenItem> stay = ledger.items(kept.keySet());
        return new Reversed(
                over,
                stay.values().stream()
                        .map(item -> new Kept(
                                item.customerId(),
                                item.number().isEmpty() ? "#" + item.id() : item.number(),
                                Objects.requireNonNull(kept.get(item.id()))))
                        .toList());
    }

    /** What stays: what somebody relies on, and what is linked with that by the import itself. */
    private static Map<Long, Why> kept(
            Set<Long> items, List<Link> links, Collection<Long> sent, Collection<Long> touched) {
        Map<Long, Why> kept = new TreeMap<>();
        touched.stream().filter(items::contains).forEach(id -> kept.put(id, Why.WORKED_WITH));
        sent.stream().filter(items::contains).forEach(id -> kept.put(id, Why.SENT));
        int before;
        do {
            before = kept.size();
            for (Link link : links) {
                keepWith(kept, items, link.creditId(), link.debitId());
                keepWith(kept, items, link.debitId(), link.creditId());
            }
        } while (kept.size() > before);
        return kept;
    }

    private static void keepWith(Map<Long, Why> kept, Set<Long> items, long one, long other) {
        if (kept.containsKey(one) && items.contains(other)) {
            kept.putIfAbsent(other, Why.LINKED);
        }
    }

    private void counter(
            Map<Long, OpenItem> items,
            List<Link> links,
            Map<Long, Long> opened,
            Map<Long, Debtor> locked,
            String reason,
            Map<String, String> details) {
        if (items.isEmpty()) {
            return;
        }
        // Whatever is linked is countered on one day, so that on no day is more applied than there is.
        Together together = new Together(items.keySet());
        links.forEach(link -> together.join(link.creditId(), link.debitId()));
        Map<Long, Long> itemOf = new TreeMap<>();
        items.keySet().forEach(id -> itemOf.put(Objects.requireNonNull(opened.get(id)), id));
        links.forEach(link ->
                itemOf.put(link.posting(), items.containsKey(link.creditId()) ? link.creditId() : link.debitId()));
        Map<Long, LocalDate> dayOf = new HashMap<>();
        undo.last(itemOf.keySet()).forEach((posting, last) -> {
            long item = Objects.requireNonNull(itemOf.get(posting));
            LocalDate today = debtor(locked, items, item).today(clock);
            dayOf.merge(together.of(item), Settlement.later(today, last), Settlement::later);
        });
        Map<Long, LocalDate> days = new TreeMap<>();
        itemOf.forEach((posting, item) -> days.put(posting, Objects.requireNonNull(dayOf.get(together.of(item)))));
        Map<Long, LocalDate> voided = new TreeMap<>();
        items.keySet().forEach(id -> voided.put(id, Objects.requireNonNull(dayOf.get(together.of(id)))));
        requireOpen(items, locked, voided);

        Set<Long> others = new TreeSet<>();
        links.stream().map(Link::debitId).filter(id -> !items.containsKey(id)).forEach(others::add);
        Map<Long, OpenItem> settled = ledger.items(others);
        undo.counter(days, voided, reason);
        List<DomainEvent> events = new ArrayList<>();
        Map<String, String> told = new HashMap<>(details);
        told.put("reason", reason);
        items.values().forEach(item -> events.add(LedgerEvents.of(item, "voided", told)));
        happened.fire(new DomainEvents(events));
        Map<LocalDate, Set<Long>> reopened = new TreeMap<>();
        for (Link link : links) {
            OpenItem other = settled.get(link.debitId());
            if (other != null && other.open().signum() == 0) {
                reopened.computeIfAbsent(Objects.requireNonNull(days.get(link.posting())), day -> new TreeSet<>())
                        .add(other.id());
            }
        }
        reopened.forEach((day, ids) -> settlement.adjust(ids, reason, day));
    }

    private void requireOpen(Map<Long, OpenItem> items, Map<Long, Debtor> locked, Map<Long, LocalDate> days) {
        Map<Long, LocalDate> first = new TreeMap<>();
        Map<Long, Debtor> debtorOf = new HashMap<>();
        items.forEach((id, item) -> {
            Debtor debtor = debtor(locked, items, id);
            debtorOf.put(debtor.entityId(), debtor);
            first.merge(
                    debtor.entityId(),
                    Objects.requireNonNull(days.get(id)),
                    (one, other) -> one.isBefore(other) ? one : other);
        });
        first.forEach(
                (entity, day) -> debtors.requireOpenPeriod(Objects.requireNonNull(debtorOf.get(entity)), day, "date"));
    }

    private static Debtor debtor(Map<Long, Debtor> locked, Map<Long, OpenItem> items, long item) {
        return Objects.requireNonNull(
                locked.get(Objects.requireNonNull(items.get(item)).customerId()));
    }

    /** Which items are linked, directly or over others. */
    private static final class Together {

        private final Map<Long, Long> leads = new HashMap<>();

        Together(Set<Long> items) {
            items.forEach(id -> leads.put(id, id));
        }

        void join(long one, long other) {
            if (leads.containsKey(one) && leads.containsKey(other)) {
                leads.put(of(one), of(other));
            }
        }

        long of(long item) {
            long at = item;
            for (long next = next(at); next != at; next = next(at)) {
                leads.put(at, next(next));
                at = next;
            }
            return at;
        }

        private long next(long item) {
            return Objects.requireNonNull(leads.get(item));
        }
    }
}
