package org.kontor.medical;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.kontor.shared.Stamped;

/** A question that customers are asked. */
@Entity
@Table(name = "medical_question")
@SuppressWarnings("NullAway.Init") // JPA fills the fields.
class MedicalQuestion extends Stamped {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private MedicalType type;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MedicalInput input;

    private boolean required;

    private int position;

    private boolean active;

    /** For JPA. */
    protected MedicalQuestion() {}

    MedicalQuestion(MedicalInput input, Instant at, String by) {
        super(at, by);
        this.input = input;
        active = true;
    }

    /** Takes over what the draft says. */
    void revise(MedicalQuestionDraft draft, int place, Instant at, String by) {
        name = draft.name();
        type = draft.type();
        required = draft.required();
        position = place;
        active = draft.active().orElse(active);
        changed(at, by);
    }

    MedicalQuestionView view() {
        return new MedicalQuestionView(
                id,
                version(),
                createdAt(),
                createdBy(),
                updatedAt(),
                updatedBy(),
                name,
                type,
                input,
                required,
                position,
                active);
    }
}
