package org.kontor.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a subscription as it is stored.
 *
 * @param itemCode code in the list of items; empty for none
 * @param description what is charged
 * @param quantity how many
 * @param unitPrice price of one
 * @param discount percent off
 * @param taxCode code in the list of tax rates; empty for none
 * @param taxRate percent, as of the last change of the subscription
 * @param net what it comes to in a period without tax, as of the last change of the subscription
 * @param oneTime whether it is charged on the next invoice alone
 * @param startsOn first day of its own time; empty for that of the subscription
 * @param endsOn last day of its own time; empty for that of the subscription
 */
public record SubscriptionLineView(
        String itemCode,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        String taxCode,
        BigDecimal taxRate,
        BigDecimal net,
        boolean oneTime,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn) {

    SubscriptionLineDraft toDraft() {
        return new SubscriptionLineDraft(
                itemCode,
                description,
                Optional.of(quantity),
                Optional.of(unitPrice),
                Optional.of(discount),
                taxCode,
                taxCode.isEmpty() ? Optional.of(taxRate) : Optional.empty(),
                Optional.of(oneTime),
                startsOn,
                endsOn);
    }
}
