package org.kontor.medical;

import java.util.List;

/**
 * Answers as they were before a merge.
 *
 * @param formerId number of the customer who gave them
 * @param answers as they were on file
 */
public record MedicalSetAside(long formerId, List<MedicalConditionView> answers) {

    /** Copies the list. */
    public MedicalSetAside {
        answers = List.copyOf(answers);
    }

    /** Tells nothing of the answers. */
    @Override
    public String toString() {
        return "MedicalSetAside[" + formerId + ", …]";
    }
}
