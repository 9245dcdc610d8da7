package org.kontor.lifecycle;

import java.util.List;

/**
 * What a merge did.
 *
 * @param fields the record that stays
 * @param rows what belongs to it
 */
record MergeReport(List<MergeField> fields, List<MergedRows> rows) {

    /** Copies the lists. */
    MergeReport {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }
}
