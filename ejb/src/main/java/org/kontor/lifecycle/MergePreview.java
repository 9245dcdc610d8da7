package org.kontor.lifecycle;

import java.util.List;

/**
 * What a merge would do, found out by doing it and taking it back.
 *
 * @param target the customer that stays
 * @param sources those that go
 * @param blockers why it cannot be done; empty when it can
 * @param fields the record that stays, field by field; empty with blockers
 * @param rows everything that belongs to them, as far as the caller may see it; empty with blockers
 * @param reversible whether the merge could be taken back afterwards
 */
public record MergePreview(
        MergeParty target,
        List<MergeParty> sources,
        List<MergeBlocker> blockers,
        List<MergeField> fields,
        List<MergedRows> rows,
        boolean reversible) {

    /** Copies the lists. */
    public MergePreview {
        sources = List.copyOf(sources);
        blockers = List.copyOf(blockers);
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }
}
