package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;

/** What imports know of customers. */
@ApplicationScoped
class OwnedImports implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(
                OwnedTable.of("imported-row", "import_row_key", "customer_id")
                        .merged(Merge.STAYS)
                        .kept(
                                "A hash of each imported row keeps the same row of a file from bringing the person back."),
                OwnedTable.of("import-before", "import_before", "customer_id")
                        .merged(Merge.GOES)
                        .exported("import_id", "draft"),
                OwnedTable.of("near-match", "import_near_match", "customer_id", "other_id")
                        .merged(Merge.GOES)
                        .exported("import_id", "reason"),
                OwnedTable.of("import-obstacle", "import_obstacle", "customer_id")
                        .merged(Merge.GOES)
                        .exported("import_id", "message"),
                OwnedTable.of("dry-run-key", "import_shadow_key", "customer_id").merged(Merge.STAYS),
                OwnedTable.of("dry-run-record", "import_shadow", "customer_id")
                        .merged(Merge.STAYS)
                        .exported("import_id", "draft"));
    }
}
