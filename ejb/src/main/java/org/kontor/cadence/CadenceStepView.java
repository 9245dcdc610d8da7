package org.kontor.cadence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A step as it is stored; see {@link CadenceStepDraft}.
 *
 * @param id stays the same while the step is changed
 * @param condition when it is due
 * @param days days before or after the event
 * @param amount of the condition, if it takes one
 * @param kind what it does
 * @param subject with placeholders
 * @param text with placeholders
 * @param automatic whether it is sent without review
 * @param attachInvoice whether the invoice goes along
 * @param copies who gets a copy
 */
public record CadenceStepView(
        long id,
        CadenceCondition condition,
        int days,
        Optional<BigDecimal> amount,
        StepKind kind,
        String subject,
        String text,
        boolean automatic,
        boolean attachInvoice,
        List<String> copies) {

    /** Copies the list. */
    public CadenceStepView {
        copies = List.copyOf(copies);
    }

    /** The same as something to be changed. */
    public CadenceStepDraft toDraft() {
        return new CadenceStepDraft(
                Optional.of(id),
                Optional.of(condition),
                condition.takesDays() ? Optional.of(days) : Optional.empty(),
                amount,
                Optional.of(kind),
                subject,
                text,
                automatic,
                attachInvoice,
                copies);
    }
}
