package org.kontor.cadence;

import java.time.Instant;
import java.util.List;

/**
 * A cadence.
 *
 * @param id its id
 * @param version counts changes
 * @param createdAt when it was made
 * @param createdBy sign-in name of who made it
 * @param updatedAt when it was last changed
 * @param updatedBy sign-in name of who changed it last
 * @param name what it is called
 * @param description what it is for
 * @param active whether it plans steps
 * @param byDefault whether every new customer gets it
 * @param customers how many customers have it
 * @param steps in order
 */
public record CadenceView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String name,
        String description,
        boolean active,
        boolean byDefault,
        long customers,
        List<CadenceStepView> steps) {

    /** Copies the list. */
    public CadenceView {
        steps = List.copyOf(steps);
    }

    /** The same as something to be changed. */
    public CadenceDraft toDraft() {
        return new CadenceDraft(
                name,
                description,
                active,
                byDefault,
                steps.stream().map(CadenceStepView::toDraft).toList());
    }
}
