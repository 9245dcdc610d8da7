package org.kontor.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableUse;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;

/** Which invoice template a customer has: a merge fills a gap of the customer that stays, and changes no choice (S4-57). */
@ApplicationScoped
class OwnedTemplates implements HoldsOwned, SystemTableUse {

    @Inject
    InvoiceTemplateRepository repository;

    void on(@Observes CustomersMerged merged) {
        repository.merge(merged.target(), merged.sources());
    }

    @Override
    public List<OwnedTable> ownedTables() {
        return List.of(OwnedTable.of("invoice-template", "customer_invoice_template", "customer_id")
                .merged(OwnedTable.Merge.UNITES)
                .exported("entry_id"));
    }

    @Override
    public SystemTable table() {
        return SystemTable.INVOICE_TEMPLATES;
    }

    @Override
    public long uses(long entryId) {
        return repository.uses(entryId);
    }
}
