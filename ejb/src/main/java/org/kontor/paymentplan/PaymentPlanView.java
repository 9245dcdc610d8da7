package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A payment plan as it stands now. Amounts are in {@code currency}.
 *
 * @param id the plan
 * @param version steps with each change of the plan itself, not with what is paid
 * @param createdAt when it was agreed
 * @param createdBy by whom
 * @param updatedAt when it was changed last
 * @param updatedBy by whom
 * @param customerId whose it is
 * @param customerName name of the customer
 * @param entityId the company entity that is owed
 * @param currency ISO 4217 code
 * @param status where it stands, by the date of the company entity
 * @param total what was agreed in all
 * @param settled how much of it is settled
 * @param remaining how much is not
 * @param overdue how much of what is not settled was due before today; none of a plan that was cancelled
 * @param nextDue day of the first instalment that is not settled; empty when all are, or the plan was cancelled
 * @param interval how far the instalments are apart
 * @param note for staff
 * @param invoices the invoices, in the order of their due dates
 * @param instalments the instalments, in the order of their days
 * @param cancelledAt when it was cancelled
 * @param cancelledBy by whom; empty when it was not
 * @param cancelReason why; empty when it was not
 */
public record PaymentPlanView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        String customerName,
        long entityId,
        String currency,
        PlanStatus status,
        BigDecimal total,
        BigDecimal settled,
        BigDecimal remaining,
        BigDecimal overdue,
        Optional<LocalDate> nextDue,
        PlanInterval interval,
        String note,
        List<PlanInvoiceView> invoices,
        List<InstalmentView> instalments,
        Optional<Instant> cancelledAt,
        String cancelledBy,
        String cancelReason) {

    /** Copies the lists. */
    public PaymentPlanView {
        invoices = List.copyOf(invoices);
        instalments = List.copyOf(instalments);
    }

    /** Whether it can be cancelled. */
    public boolean live() {
        return status == PlanStatus.ACTIVE || status == PlanStatus.PAST_DUE;
    }
}
