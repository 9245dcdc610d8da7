package org.kontor.subscription;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A subscription and where it stands. Amounts are in {@code currency}.
 *
 * @param id the subscription
 * @param version steps with each change and with each invoice that is made
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param updatedAt when it was changed, or an invoice made, last
 * @param updatedBy by whom
 * @param customerId whose it is
 * @param customerName name of the customer
 * @param entityId the company entity that invoices
 * @param description what it is
 * @param currency ISO 4217 code
 * @param interval what its periods are counted in
 * @param every how many intervals a period has
 * @param billingStart billing start date
 * @param trialDays days of trial
 * @param firstOn first day of the first period: the billing start date, the days of trial later
 * @param invoices after how many invoices it ends; empty for never
 * @param made how many were made
 * @param issue whether invoices are issued at once, or kept as drafts
 * @param dueDays days until an invoice is due; empty for those of the company entity
 * @param terms what is agreed, in words
 * @param template language of the paper or code of an invoice template; empty for that of the customer
 * @param notes text for the customer
 * @param purchaseOrder number of the customer's order
 * @param state where it stands, by the date of the company entity
 * @param nextPeriod the period that is invoiced next, counted from 0
 * @param nextOn its first day; empty when nothing more is to be invoiced as it stands
 * @param cancelOn first day on which it will be cancelled; empty when it will not
 * @param cancelledAt when it was cancelled
 * @param cancelledBy by whom; empty when it was not, nor is about to be
 * @param cancelReason why
 * @param mrr what recurs of it in a month without tax: of what is charged today, neither in a trial nor paused, no line that is charged once
 * @param lines what is charged
 * @param problem why the next invoice could not be made; empty when nothing stands in the way
 * @param problemAt since when it is known
 */
public record SubscriptionView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        String customerName,
        long entityId,
        String description,
        String currency,
        SubscriptionInterval interval,
        int every,
        LocalDate billingStart,
        int trialDays,
        LocalDate firstOn,
        Optional<Integer> invoices,
        int made,
        boolean issue,
        Optional<Integer> dueDays,
        String terms,
        String template,
        String notes,
        String purchaseOrder,
        SubscriptionState state,
        int nextPeriod,
        Optional<LocalDate> nextOn,
        Optional<LocalDate> cancelOn,
        Optional<Instant> cancelledAt,
        String cancelledBy,
        String cancelReason,
        BigDecimal mrr,
        List<SubscriptionLineView> lines,
        String problem,
        Optional<Instant> problemAt) {

    /** Copies the list. */
    public SubscriptionView {
        lines = List.copyOf(lines);
    }

    /** Whether invoices are made, or will be when the trial is over. */
    public boolean running() {
        return state == SubscriptionState.TRIAL || state == SubscriptionState.ACTIVE;
    }

    /** Whether it can be changed. */
    public boolean open() {
        return running() || state == SubscriptionState.PAUSED;
    }

    /** What it says, to be changed. */
    public SubscriptionDraft toDraft() {
        return new SubscriptionDraft(
                description,
                currency,
                Optional.of(interval),
                Optional.of(every),
                Optional.of(billingStart),
                Optional.of(trialDays),
                invoices,
                Optional.of(issue),
                dueDays,
                terms,
                template,
                notes,
                purchaseOrder,
                lines.stream().map(SubscriptionLineView::toDraft).toList());
    }
}
