package org.kontor.cadence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A step of a cadence.
 *
 * @param id the step that is changed; empty for a new one
 * @param condition when it is due
 * @param days days before or after the event, 0 to 999; empty for 0, and where the condition takes none
 * @param amount with {@link CadenceCondition#BALANCE_EXCEEDS} the amount, in the customer's currency; else empty
 * @param kind what it does
 * @param subject one line, up to 200 characters, with placeholders; none for a text message
 * @param text up to 20,000 characters, with placeholders such as {@code {invoiceNumber}}
 * @param automatic whether it is sent without review; false for what is not sent
 * @param attachInvoice whether the invoice goes along, with an e-mail or a letter about one
 * @param copies who gets a copy of an e-mail: addresses, or {@code billingOwner}, {@code accountManager}, {@code salesRep},
 *     {@code manager} (S4-64)
 */
public record CadenceStepDraft(
        Optional<Long> id,
        Optional<CadenceCondition> condition,
        Optional<Integer> days,
        Optional<BigDecimal> amount,
        Optional<StepKind> kind,
        String subject,
        String text,
        boolean automatic,
        boolean attachInvoice,
        List<String> copies) {

    /** Copies the list. */
    public CadenceStepDraft {
        copies = List.copyOf(copies);
    }
}
