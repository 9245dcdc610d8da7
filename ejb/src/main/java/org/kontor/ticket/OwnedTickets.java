package org.kontor.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** Tickets of a customer, and what is worked out from them. */
@ApplicationScoped
class OwnedTickets implements HoldsOwned {

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
