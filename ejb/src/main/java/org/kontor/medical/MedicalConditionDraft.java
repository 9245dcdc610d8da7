package org.kontor.medical;

import java.util.Optional;

/**
 * An answer to be stored. Its text form holds nothing of it, as it may end in a log.
 *
 * @param condition name of the question
 * @param type that of the question, for whoever wants to be sure; empty for whichever it has
 * @param answer yes or no; required for {@link MedicalInput#YES_NO} and {@link MedicalInput#YES_NO_TEXT}, absent for a text
 * @param text up to 2,000 characters; empty for {@link MedicalInput#YES_NO}
 */
public record MedicalConditionDraft(
        String condition, Optional<MedicalType> type, Optional<MedicalAnswer> answer, String text) {

    /** An answer to a question, whichever type that has. */
    public MedicalConditionDraft(String condition, Optional<MedicalAnswer> answer, String text) {
        this(condition, Optional.empty(), answer, text);
    }

    @Override
    public String toString() {
        return "MedicalConditionDraft[…]";
    }
}
