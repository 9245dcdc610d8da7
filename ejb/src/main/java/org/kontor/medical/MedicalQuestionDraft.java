package org.kontor.medical;

import java.util.Optional;

/**
 * What can be said of a question.
 *
 * @param name what is asked for, 1 to 100 characters, unique regardless of case
 * @param type kind of condition
 * @param input how it is answered; does not change
 * @param required whether whoever is asked must answer
 * @param order place among the questions, smallest first; empty puts a new one at the end
 * @param active whether it is asked; empty means yes for a new one and unchanged for an existing one
 */
public record MedicalQuestionDraft(
        String name,
        MedicalType type,
        MedicalInput input,
        boolean required,
        Optional<Integer> order,
        Optional<Boolean> active) {}
