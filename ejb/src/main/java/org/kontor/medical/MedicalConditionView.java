package org.kontor.medical;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer on file. Its text form holds nothing of it, as it may end in a log.
 *
 * @param id id of the question
 * @param condition name of the question
 * @param type kind of condition
 * @param required whether it is one that must be answered
 * @param answer yes or no; empty for a text
 * @param text the text; may be empty
 * @param answeredAt when it was stored
 * @param answeredBy who stored it
 */
public record MedicalConditionView(
        long id,
        String condition,
        MedicalType type,
        boolean required,
        Optional<MedicalAnswer> answer,
        String text,
        Instant answeredAt,
        String answeredBy) {

    /** Whether the person has it: yes, or a text where a text was asked for. */
    public boolean onFile() {
        return answer.map(MedicalAnswer.YES::equals).orElse(!text.isEmpty());
    }

    @Override
    public String toString() {
        return "MedicalConditionView[…]";
    }
}
