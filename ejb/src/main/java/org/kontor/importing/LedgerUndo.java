package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.customer.CustomerView;
import org.kontor.receivable.LedgerIntake;

/** Takes back what an import posted for customers, unless somebody has worked with it since. */
@ApplicationScoped
public class LedgerUndo {

    @Inject
    LedgerImportRepository postings;

    @Inject
    LedgerIntake intake;

    /**
     * Takes back, in the running transaction, what was posted for these customers, who are locked.
     *
     * @return by customer, what keeps theirs from being taken back
     */
    Map<Long, ImportObstacle> takeBack(long importId, Map<Long, CustomerView> customers) {
        List<Long> theirs = new ArrayList<>(postings.of(importId, customers.keySet()));
        if (theirs.isEmpty()) {
            return Map.of();
        }
        Map<Long, ImportObstacle> obstacles = new TreeMap<>();
        for (LedgerIntake.Touched each : intake.touched(postings.of(importId))) {
            CustomerView customer = customers.get(each.customerId());
            if (customer != null) {
                obstacles.put(
                        customer.id(),
                        new ImportObstacle(
                                customer.id(),
                                customer.displayName(),
                                "LEDGER_CHANGED_SINCE",
                                "Document " + each.number()
                                        + " was paid, applied, voided or changed since, or has files."));
            }
        }
        Collection<Long> kept = postings.of(importId, obstacles.keySet());
        theirs.removeAll(kept);
        intake.takeBack(
                theirs,
                "Import " + importId + " was undone.",
                Map.of("importId", Long.toString(importId), "undo", "true"));
        return obstacles;
    }
}
