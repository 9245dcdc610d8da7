package org.kontor.cadence;

import java.util.List;

/**
 * A cadence to be made or changed.
 *
 * @param name 1 to 100 characters, unlike that of any other
 * @param description up to 1,000 characters
 * @param active whether it plans steps and can be put on customers
 * @param byDefault whether every new customer gets it; there is one such cadence at most, the one before is it no more
 * @param steps up to 50, in order; a step that is not named any more is removed, and what of it was not sent is cancelled
 */
public record CadenceDraft(
        String name, String description, boolean active, boolean byDefault, List<CadenceStepDraft> steps) {

    /** Copies the list. */
    public CadenceDraft {
        steps = List.copyOf(steps);
    }
}
