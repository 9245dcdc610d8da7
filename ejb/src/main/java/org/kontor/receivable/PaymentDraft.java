package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payment that arrived.
 *
 * @param customerId who paid
 * @param amount more than zero, in the decimals of its currency
 * @param currency ISO 4217 code; empty means that of the customer
 * @param receivedOn when the money arrived, not in the future; empty means today
 * @param source how it came; empty means that somebody noted it
 * @param method by which means; empty means OTHER
 * @param reference number of a check or transfer, up to 200 characters; may be empty
 * @param note what else is to be said, up to 1,000 characters; may be empty
 * @param allocation how it is spread; empty means as the company entity does it, or MANUAL when lines are given
 * @param lines the items that it settles, for MANUAL and INSTRUCTION; what is left stays unapplied
 * @param customFields values of custom fields by key (S4-41); one that is left out has none
 */
public record PaymentDraft(
        long customerId,
        Optional<BigDecimal> amount,
        String currency,
        Optional<LocalDate> receivedOn,
        Optional<PaymentSource> source,
        Optional<PaymentMethod> method,
        String reference,
        String note,
        Optional<AllocationPolicy> allocation,
        List<AllocationLine> lines,
        Map<String, Optional<JsonValue>> customFields) {

    /** Copies list and map. */
    public PaymentDraft {
        lines = List.copyOf(lines);
        customFields = Map.copyOf(customFields);
    }

    /** A payment without custom fields. */
    public PaymentDraft(
            long customerId,
            Optional<BigDecimal> amount,
            String currency,
            Optional<LocalDate> receivedOn,
            Optional<PaymentSource> source,
            Optional<PaymentMethod> method,
            String reference,
            String note,
            Optional<AllocationPolicy> allocation,
            List<AllocationLine> lines) {
        this(customerId, amount, currency, receivedOn, source, method, reference, note, allocation, lines, Map.of());
    }
}
