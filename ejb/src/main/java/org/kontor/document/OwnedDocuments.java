package org.kontor.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** How issued documents look, which follows the document, and statements that were made. */
@ApplicationScoped
class OwnedDocuments implements HoldsOwned {

    @Override
    public List<OwnedTable> ownedTables() {
        return Stream.of(
                        OwnedTable.through("document-look", "document_look", "invoice", "id", "invoice_id")
                                .exported("invoice_id", "made_at", "buyer_email"),
                        OwnedTable.of("statement-paper", "statement_paper", "customer_id")
                                .exported("id", "run_id", "name", "problem"))
                .map(each -> each.seenWith(Permission.READ_RECEIVABLE.wireName()))
                .toList();
    }
}
