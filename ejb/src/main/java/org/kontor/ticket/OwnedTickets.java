package org.kontor.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** Tickets of a customer, and what is worked out from them. */
@ApplicationScoped
class OwnedTickets implements HoldsOwned {

    @Inject
    Sentiments sentiments;

    /** The tickets of all say how the customer feels. */
    void on(@Observes CustomersMerged merged) {
        sentiments.recompute(List.of(merged.target()));
    }

    /** Each has their own tickets again. */
    void on(@Observes CustomersUnmerged unmerged) {
        sentiments.recompute(Stream.concat(Stream.of(unmerged.target()), unmerged.sources().stream())
                .toList());
    }

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("ticket", "ticket", "customer_id")
                        .exported(
                                "id",
                                "subject",
                                "text",
                                "status",
                                "contact_id",
                                "phone",
                                "email",
                                "assignee",
                                "opened_at",
                                "closed_at",
                                "source",
                                "source_id",
                                "sentiment"),
                OwnedTable.of("sentiment", "customer_sentiment", "customer_id")
                        .merged(Merge.OBSERVES)
                        .exported("score", "label", "tickets", "true_until"));
    }
}
