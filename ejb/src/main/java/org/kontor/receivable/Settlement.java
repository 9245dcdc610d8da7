package org.kontor.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.receivable.Allocation.Link;
import org.kontor.receivable.ApplicationWriter.Standing;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;

/** Applies money and takes it back, under the locks of the customers, and tells what became of the items. */
@ApplicationScoped
class Settlement {

    @Inject
    LedgerWriter ledger;

    @Inject
    ApplicationWriter applications;

    @Inject
    Event<DomainEvents> happened;

    /**
     * Spreads what is left of a payment or credit by a policy that needs no names.
     *
     * @param customerIds whose debts it may settle; all locked
     * @param from first day on which it settles something; each item not before it was issued
     * @param today items issued up to this day are settled
     * @return ids of the applications
     */
    List<Long> spread(
            OpenItem credit,
            Collection<Long> customerIds,
            Comparator<OpenItem> order,
            ApplicationRule rule,
            LocalDate from,
            LocalDate today) {
        LocalDate upTo = from.isAfter(today) ? from : today;
        List<OpenItem> owed = ledger.owed(customerIds, credit.entityId(), credit.currency(), upTo);
        Map<Long, BigDecimal> available = available(owed, from);
        List<OpenItem> takers = owed.stream()
                .map(item -> withOpen(item, available.getOrDefault(item.id(), BigDecimal.ZERO)))
                .toList();
        BigDecimal remainder = ledger.capacity(List.of(credit.id()), from).getOrDefault(credit.id(), BigDecimal.ZERO);
        return apply(credit, Allocation.spread(credit.id(), remainder, takers, order), owed, rule, from);
    }

    /**
     * Applies to the items that somebody names.
     *
     * @param lines already read; more than zero each, amounts filled in
     */
    List<Long> named(
            OpenItem credit, List<Link> lines, Collection<OpenItem> owed, ApplicationRule rule, LocalDate from) {
        return apply(credit, lines, owed, rule, from);
    }

    /** What may be taken from each item with the day on which it would be: {@code from}, or its issue date. */
    Map<Long, BigDecimal> available(Collection<OpenItem> items, LocalDate from) {
        Map<LocalDate, List<Long>> byDay = items.stream()
                .collect(Collectors.groupingBy(
                        item -> later(from, item.issueDate()),
                        TreeMap::new,
                        Collectors.mapping(OpenItem::id, Collectors.toList())));
        Map<Long, BigDecimal> available = new HashMap<>();
        byDay.forEach((day, ids) -> available.putAll(ledger.capacity(ids, day)));
        return available;
    }

    private List<Long> apply(
            OpenItem credit, List<Link> links, Collection<OpenItem> owed, ApplicationRule rule, LocalDate from) {
        if (links.isEmpty()) {
            return List.of();
        }
        Map<Long, OpenItem> byId = owed.stream().collect(Collectors.toMap(OpenItem::id, item -> item));
        Map<LocalDate, List<Link>> byDay = links.stream()
                .collect(Collectors.groupingBy(
                        link -> later(from, item(byId, link.debitId()).issueDate()),
                        TreeMap::new,
                        Collectors.toList()));
        List<Long> ids = new ArrayList<>();
        byDay.forEach((day, ofDay) -> ids.addAll(applications.apply(credit, ofDay, rule, day)));
        List<DomainEvent> events = new ArrayList<>();
        events.add(applied(credit, links));
        for (Link link : links) {
            OpenItem item = item(byId, link.debitId());
            if (item.open().compareTo(link.amount()) == 0) {
                events.add(LedgerEvents.of(item, "paid", Map.of()));
            }
        }
        happened.fire(new DomainEvents(events));
        return ids;
    }

    /**
     * Takes applications back.
     *
     * @param documentId what makes it necessary
     * @param like an item of theirs
     * @return items that were settled and have a balance again, for {@link #adjust}
     */
    Set<Long> takeBack(
            long documentId,
            OpenItem like,
            List<Standing> standing,
            ApplicationRule rule,
            String reason,
            LocalDate effective) {
        if (standing.isEmpty()) {
            return Set.of();
        }
        Set<Long> debits = standing.stream().map(Standing::debitId).collect(Collectors.toCollection(TreeSet::new));
        Map<Long, OpenItem> before = ledger.items(debits);
        applications.reverse(documentId, like, standing, rule, reason, effective);
        happened.fire(new DomainEvents(standing.stream()
                .map(each -> LedgerEvents.of(
                        item(before, each.debitId()),
                        "released",
                        Map.of("amount", Amounts.text(each.amount(), like.currency()), "reason", reason)))
                .toList()));
        return before.values().stream()
                .filter(item -> item.open().signum() == 0)
                .map(OpenItem::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes an adjustment for each of these items that has a balance again. */
    void adjust(Set<Long> reopened, String reason, LocalDate effective) {
        if (reopened.isEmpty()) {
            return;
        }
        applications.adjust(reopened, reason, effective);
        happened.fire(new DomainEvents(ledger.items(reopened).values().stream()
                .filter(item -> item.open().signum() > 0)
                .map(item -> LedgerEvents.of(
                        item,
                        "reopened",
                        Map.of("amount", Amounts.text(item.open(), item.currency()), "reason", reason)))
                .toList()));
    }

    private static DomainEvent applied(OpenItem credit, List<Link> links) {
        BigDecimal sum = links.stream().map(Link::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return LedgerEvents.of(
                credit,
                "applied",
                Map.of("amount", Amounts.text(sum, credit.currency()), "items", Integer.toString(links.size())));
    }

    private static OpenItem item(Map<Long, OpenItem> items, long id) {
        OpenItem item = items.get(id);
        if (item == null) {
            throw new IllegalStateException("No open item " + id);
        }
        return item;
    }

    private static OpenItem withOpen(OpenItem item, BigDecimal open) {
        return new OpenItem(
                item.id(),
                item.customerId(),
                item.entityId(),
                item.kind(),
                item.owed(),
                item.component(),
                item.number(),
                item.currency(),
                item.amount(),
                open,
                item.issueDate(),
                item.dueDate(),
                item.voided(),
                item.writtenOff());
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
