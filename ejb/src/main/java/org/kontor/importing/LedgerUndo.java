package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.communication.SentDocuments;
import org.kontor.customer.CustomerView;
import org.kontor.receivable.LedgerIntake;
import org.kontor.receivable.LedgerReversal;
import org.kontor.receivable.LedgerReversal.Kept;
import org.kontor.receivable.LedgerReversal.Reversed;
import org.kontor.receivable.LedgerReversal.Why;

/**
 * Takes back what an import posted for customers: by counter-entries, since what was posted is history. Documents that somebody relies on
 * stay, and are named. Made-up data that nobody worked with are no history; they are removed.
 */
@ApplicationScoped
public class LedgerUndo {

    /** So many numbers are named for each reason. */
    private static final int NAMED = 20;

    @Inject
    LedgerImportRepository postings;

    @Inject
    LedgerReversal reversal;

    @Inject
    LedgerIntake intake;

    @Inject
    SentDocuments sent;

    /**
     * Takes back, in the running transaction, what was posted for these customers, who are locked.
     *
     * @return by customer, what stays of theirs
     */
    Map<Long, ImportObstacle> takeBack(long importId, Map<Long, CustomerView> customers) {
        String reason = "Import " + importId + " was undone.";
        Map<String, String> details = Map.of("importId", Long.toString(importId), "undo", "true");
        if (postings.madeUp(importId)) {
            for (long id : customers.keySet()) {
                List<Long> invented = postings.connected(importId, Set.of(id));
                if (!invented.isEmpty()
                        && intake.untouched(invented)
                        && sent.among(reversal.documents(invented)).isEmpty()) {
                    intake.remove(invented, reason, details);
                }
            }
        }
        List<Long> theirs = postings.connected(importId, customers.keySet());
        if (theirs.isEmpty()) {
            return Map.of();
        }
        Reversed done = reversal.reverse(theirs, sent.among(reversal.documents(theirs)), reason, details);
        postings.forget(done.postings());
        Map<Long, List<Kept>> kept = new TreeMap<>();
        done.kept()
                .forEach(each -> kept.computeIfAbsent(each.customerId(), id -> new ArrayList<>())
                        .add(each));
        kept.keySet().retainAll(customers.keySet());
        Map<Long, ImportObstacle> obstacles = new TreeMap<>();
        kept.forEach(
                (id, documents) -> obstacles.put(id, obstacle(Objects.requireNonNull(customers.get(id)), documents)));
        return obstacles;
    }

    /**
     * Which of these customers have something in the ledger, which therefore stays with them, and they with it.
     *
     * @return by customer, why it is not removed
     */
    Map<Long, ImportObstacle> history(Collection<Long> created, Map<Long, CustomerView> customers) {
        Map<Long, ImportObstacle> stay = new TreeMap<>();
        for (long id : postings.withHistory(created)) {
            stay.put(
                    id,
                    new ImportObstacle(
                            id,
                            Objects.requireNonNull(customers.get(id)).displayName(),
                            "LEDGER_HISTORY",
                            "What was posted for this customer is void and stays as history; archive the customer if nobody needs"
                                    + " it."));
        }
        return stay;
    }

    private static ImportObstacle obstacle(CustomerView customer, List<Kept> documents) {
        Map<Why, String> numbers = new EnumMap<>(Why.class);
        for (Why why : Why.values()) {
            List<String> named = documents.stream()
                    .filter(each -> each.why() == why)
                    .map(Kept::number)
                    .sorted()
                    .toList();
            String text = String.join(", ", named.subList(0, Math.min(NAMED, named.size())));
            numbers.put(why, named.isEmpty() ? "–" : named.size() > NAMED ? text + ", …" : text);
        }
        return new ImportObstacle(
                customer.id(),
                customer.displayName(),
                "LEDGER_CHANGED_SINCE",
                "These documents stay. Sent: " + numbers.get(Why.SENT)
                        + ". Applied, paid, changed since or with files: " + numbers.get(Why.WORKED_WITH)
                        + ". Settled by one of these, or settling it: " + numbers.get(Why.LINKED) + ".");
    }
}
