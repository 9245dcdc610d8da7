package org.kontor.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableUse;

/** Counts the journal entries of an action type. */
@ApplicationScoped
public class JournalActionUse implements SystemTableUse {

    @Inject
    JournalRepository repository;

    @Override
    public SystemTable table() {
        return SystemTable.JOURNAL_ACTION_TYPES;
    }

    @Override
    public long uses(long entryId) {
        return repository.uses(entryId);
    }
}
