package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One payment, and the advice that says which invoices of a customer tree it settles.
 *
 * @param customerId who paid: any customer of the tree
 * @param amount what arrived; empty means what the rows come to
 * @param currency ISO 4217 code; empty means that of the customer
 * @param receivedOn when the money arrived, not in the future; empty means today
 * @param method by which means; empty means OTHER
 * @param reference number of a check or transfer, up to 200 characters; may be empty
 * @param note what else is to be said, up to 1,000 characters; may be empty
 * @param fileName name of the file that the rows were read from, up to 255 characters; may be empty
 * @param lines the rows, 1 to 10,000
 */
public record RemittanceDraft(
        long customerId,
        Optional<BigDecimal> amount,
        String currency,
        Optional<LocalDate> receivedOn,
        Optional<PaymentMethod> method,
        String reference,
        String note,
        String fileName,
        List<RemittanceLine> lines) {

    /** Copies the list. */
    public RemittanceDraft {
        lines = List.copyOf(lines);
    }
}
