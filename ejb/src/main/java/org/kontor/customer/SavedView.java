package org.kontor.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A view of the customer list that somebody named.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was made
 * @param createdBy whose it is
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param name what it is called
 * @param shared whether everybody who sees customers may use it
 * @param parameters what narrows and orders the list, by the names in the address of its page
 * @param columns names of the columns that are shown; empty for those that the reader has chosen
 * @param own whether it is the caller's
 */
public record SavedView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String name,
        boolean shared,
        Map<String, String> parameters,
        List<String> columns,
        boolean own) {

    /** The draft that, saved again, changes nothing. */
    public SavedViewDraft toDraft() {
        return new SavedViewDraft(name, shared, parameters, columns);
    }
}
