package org.kontor.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.kontor.receivable.InvoiceLineDraft;

/**
 * A line of a subscription. It is charged in a period whose first day lies in its own time.
 *
 * @param itemCode code in the list of items; what is left out below is taken from there. May be empty
 * @param description what is charged, up to 950 characters; invoices add the period to it, unless it is charged once
 * @param quantity how many, at most six decimals; empty means 1
 * @param unitPrice price of one, at most six decimals
 * @param discount percent off, 0 to 100; empty means none
 * @param taxCode code in the list of tax rates; may be empty. Each invoice takes the rate that it has then
 * @param taxRate percent, 0 to 100, where there is no code; empty means that of the item, or none
 * @param oneTime whether it is charged on the next invoice alone and removed then; empty means no
 * @param startsOn first day of its own time; empty for that of the subscription
 * @param endsOn last day of its own time; empty for that of the subscription
 */
public record SubscriptionLineDraft(
        String itemCode,
        String description,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> discount,
        String taxCode,
        Optional<BigDecimal> taxRate,
        Optional<Boolean> oneTime,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn) {

    /** As an invoice has it. */
    InvoiceLineDraft line(String text) {
        return new InvoiceLineDraft(
                itemCode, text, quantity, unitPrice, discount, taxCode, taxCode.isEmpty() ? taxRate : Optional.empty());
    }

    /** Whether it is charged in a period that begins on this day. */
    boolean chargedOn(LocalDate day) {
        return startsOn.filter(day::isBefore).isEmpty()
                && endsOn.filter(day::isAfter).isEmpty();
    }

    /** Whether it is charged once. */
    boolean once() {
        return oneTime.orElse(false);
    }
}
