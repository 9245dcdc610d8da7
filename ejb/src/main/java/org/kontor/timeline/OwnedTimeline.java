package org.kontor.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** The history of a customer belongs to it. */
@ApplicationScoped
class OwnedTimeline implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(OwnedTable.of("timeline-entry", "timeline_entry", "customer_id")
                .exported("at", "actor", "kind", "changes", "details"));
    }
}
