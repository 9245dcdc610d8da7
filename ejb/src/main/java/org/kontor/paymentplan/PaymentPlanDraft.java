package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be agreed.
 *
 * @param invoiceIds the invoices, all of one customer, company entity and currency, each with something open
 * @param firstDate day of the first instalment; from today on, at most a year from today
 * @param interval how far the instalments are apart
 * @param instalments how many; 1 to 120. Either this or {@code instalmentAmount}
 * @param instalmentAmount how much each is; the last one is what is left
 * @param downPayment what is due today, before the first instalment; empty for nothing
 * @param note for staff; at most 1,000 characters
 * @param total what the caller saw to be open in all; what has changed since is refused. Empty: whatever is open
 */
public record PaymentPlanDraft(
        List<Long> invoiceIds,
        Optional<LocalDate> firstDate,
        Optional<PlanInterval> interval,
        Optional<Integer> instalments,
        Optional<BigDecimal> instalmentAmount,
        Optional<BigDecimal> downPayment,
        String note,
        Optional<BigDecimal> total) {

    /** Copies the list. */
    public PaymentPlanDraft {
        invoiceIds = List.copyOf(invoiceIds);
    }

    /** The same by somebody who saw this to be open in all. */
    public PaymentPlanDraft of(Optional<BigDecimal> open) {
        return new PaymentPlanDraft(
                invoiceIds, firstDate, interval, instalments, instalmentAmount, downPayment, note, open);
    }
}
