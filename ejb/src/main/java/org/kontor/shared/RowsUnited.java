package org.kontor.shared;

import java.util.Map;

/**
 * Rows of a feature's table that a merge of customers made one, such as contacts with the same e-mail address. Fired by the
 * feature while both are there; afterwards whatever referred to a row that goes refers to the one that stays.
 *
 * @param mergeId the merge
 * @param table the table, whose key is {@code id}
 * @param into id of the row that stays, by id of the one that goes
 */
public record RowsUnited(long mergeId, String table, Map<Long, Long> into) {

    /** Copies the map. */
    public RowsUnited {
        into = Map.copyOf(into);
    }
}
