package org.kontor.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a system table.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param code what programs call it
 * @param name what people read
 * @param order place among the choices
 * @param active whether it can be chosen; one that is not is retired
 * @param systemEntry whether Kontor brought it and acts on it: it can be neither deleted nor retired
 * @param colour of a tag
 */
public record SystemTableEntryView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String code,
        String name,
        int order,
        boolean active,
        boolean systemEntry,
        Optional<TagColour> colour) {

    /** The draft that, saved again, changes nothing. */
    public SystemTableEntryDraft toDraft() {
        return new SystemTableEntryDraft(code, name, Optional.of(order), Optional.of(active), colour);
    }
}
