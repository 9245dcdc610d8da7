package org.kontor.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A custom field.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param owner whose field it is
 * @param key its name in REST, import and export
 * @param label what people read
 * @param kind what it holds
 * @param choices for a choice
 * @param required whether a new record must have a value
 * @param searchable whether the search finds records by it
 * @param order place in the form
 * @param active whether it can be filled
 */
public record CustomFieldView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        CustomFieldOwner owner,
        String key,
        String label,
        CustomFieldKind kind,
        List<String> choices,
        boolean required,
        boolean searchable,
        int order,
        boolean active) {

    /** The draft that, saved again, changes nothing. */
    public CustomFieldDraft toDraft() {
        return new CustomFieldDraft(
                owner, key, label, kind, choices, required, searchable, Optional.of(order), Optional.of(active));
    }
}
