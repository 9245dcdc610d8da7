package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An open invoice of a customer, and whether it can come into a payment plan.
 *
 * @param invoiceId the invoice
 * @param number its number
 * @param entityId the company entity that it is owed to
 * @param currency ISO 4217 code
 * @param dueDate day on which it is due
 * @param open what is open of it
 * @param disputed whether it is in dispute, and so cannot come into one
 * @param planId the plan that it is in, and so cannot come into another
 */
public record PlanCandidate(
        long invoiceId,
        String number,
        long entityId,
        String currency,
        LocalDate dueDate,
        BigDecimal open,
        boolean disputed,
        Optional<Long> planId) {

    /** Whether it can come into a plan. */
    public boolean free() {
        return !disputed && planId.isEmpty();
    }
}
