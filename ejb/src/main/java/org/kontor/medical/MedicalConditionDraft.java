package org.kontor.medical;

import java.util.Optional;

/**
 * An answer to be stored. Its text form holds nothing of it, as it may end in a log.
 *
 * @param condition name of the question
 * @param answer yes or no; required for {@link MedicalInput#YES_NO} and {@link MedicalInput#YES_NO_TEXT}, absent for a text
 * @param text up to 2,000 characters; empty for {@link MedicalInput#YES_NO}
 */
public record MedicalConditionDraft(String condition, Optional<MedicalAnswer> answer, String text) {

    @Override
    public String toString() {
        return "MedicalConditionDraft[…]";
    }
}
