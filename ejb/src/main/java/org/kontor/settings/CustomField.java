package org.kontor.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.kontor.shared.Stamped;

/** The definition of a custom field: retired when it should no more be filled, deleted only while no record has a value. */
@Entity
@Table(name = "custom_field")
class CustomField extends Stamped {

    @Id
    @SequenceGenerator(name = "custom_field_seq", sequenceName = "custom_field_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "custom_field_seq")
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CustomFieldOwner owner = CustomFieldOwner.CUSTOMER;

    @Column(name = "key", updatable = false)
    private String key = "";

    private String label = "";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CustomFieldKind kind = CustomFieldKind.TEXT;

    private String choices = "";

    private boolean required;

    @Column(updatable = false)
    private boolean searchable;

    private int position;

    private boolean active = true;

    /** For JPA. */
    protected CustomField() {}

    CustomField(CustomFieldDraft draft, String key, Instant now, String by) {
        super(now, by);
        owner = draft.owner();
        this.key = key;
        kind = draft.kind();
        searchable = draft.searchable();
    }

    void describe(CustomFieldDraft draft, int place, Instant now, String by) {
        label = draft.label();
        choices = String.join("\n", draft.choices());
        required = draft.required();
        position = place;
        active = draft.active().orElse(true);
        changed(now, by);
    }

    CustomFieldView view() {
        return new CustomFieldView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                owner,
                key,
                label,
                kind,
                choices.isEmpty() ? List.of() : choices.lines().toList(),
                required,
                searchable,
                position,
                active);
    }
}
