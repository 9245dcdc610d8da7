package org.kontor.medical;

import java.time.Instant;
import java.util.Optional;

/**
 * A question.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param name what is asked for
 * @param type kind of condition
 * @param input how it is answered
 * @param required whether whoever is asked must answer
 * @param order place among the questions
 * @param active whether it is asked; one that is not is retired
 */
public record MedicalQuestionView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String name,
        MedicalType type,
        MedicalInput input,
        boolean required,
        int order,
        boolean active) {

    /** The draft that, saved again, changes nothing. */
    public MedicalQuestionDraft toDraft() {
        return new MedicalQuestionDraft(name, type, input, required, Optional.of(order), Optional.of(active));
    }
}
