package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.OwnedTable;

/**
 * Which parts of a customer's record the caller may know to be there. Whoever erases, or takes a merge back, is told of everything
 * that this concerns, but for medical answers: that there are any is medical itself (S3-40, S3-41, X-14).
 */
@ApplicationScoped
class SeenParts {

    private static final String MEDICAL = Permission.MEDICAL_CUSTOMER.wireName();

    @Inject
    Ownership ownership;

    @Inject
    CurrentSettings settings;

    /** Whether the caller may know of rows in this table. */
    boolean sees(OwnedTable table) {
        return !table.permission().equals(MEDICAL)
                || CallerContext.current().may(MEDICAL)
                || settings.text(CompanySetting.MEDICAL_WITHOUT_PERMISSION).equals("COUNT");
    }

    /** An erasure without the counts that the caller may not know. */
    ErasureView of(ErasureView erasure) {
        return erasure.without(nouns());
    }

    /** Nouns of what not everybody may know who may see an erasure, whoever asks: a document for all of them leaves them out. */
    Set<String> confidential() {
        return ownership.tables().stream()
                .filter(table -> table.permission().equals(MEDICAL))
                .map(OwnedTable::noun)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What conflicts with taking a merge back, without what the caller may not know. */
    List<UndoConflict> of(List<UndoConflict> conflicts) {
        Set<String> hidden = nouns();
        return conflicts.stream()
                .filter(conflict -> !hidden.contains(conflict.noun()))
                .toList();
    }

    /** The tables that the caller may not know to have rows of anybody. */
    Stream<OwnedTable> hidden() {
        return ownership.tables().stream().filter(table -> !sees(table));
    }

    private Set<String> nouns() {
        return hidden().map(OwnedTable::noun).collect(Collectors.toSet());
    }
}
