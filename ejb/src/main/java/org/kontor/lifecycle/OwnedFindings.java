package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** Who was found, or said, to be the same as whom or not, and who became one. */
@ApplicationScoped
class OwnedFindings implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("duplicate-key", "duplicate_key", "customer_id").merged(Merge.STAYS),
                OwnedTable.of("duplicate-candidate", "duplicate_candidate", "low_id", "high_id")
                        .merged(Merge.STAYS),
                OwnedTable.of("duplicate-pair", "duplicate_pair", "low_id", "high_id")
                        .merged(Merge.GOES)
                        .exported("low_id", "high_id", "band"),
                OwnedTable.of("duplicate-decision", "duplicate_decision", "low_id", "high_id")
                        .merged(Merge.GOES)
                        .exported("low_id", "high_id", "decision", "at", "actor"),
                OwnedTable.of("merge", "customer_merge", "customer_id")
                        .exported("at", "actor", "undone_at", "undone_by", "report", "before", "after"),
                OwnedTable.through("merge-source", "merge_source", "customer_merge", "id", "merge_id")
                        .exported("source_id", "name"),
                OwnedTable.through("merge-move", "merge_move", "customer_merge", "id", "merge_id"),
                OwnedTable.through("merge-row", "merge_row", "customer_merge", "id", "merge_id")
                        .exported("table_name", "before", "after"),
                OwnedTable.through("merge-reference", "merge_reference", "customer_merge", "id", "merge_id"));
    }
}
