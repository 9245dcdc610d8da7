package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One payment over a customer tree, and what became of each row of its advice.
 *
 * @param id the payment; empty in a preview
 * @param customerId who paid
 * @param customerName display name now
 * @param currency ISO 4217 code
 * @param amount what arrived
 * @param stated what the rows that name an invoice come to
 * @param applied what was applied when it was recorded
 * @param unapplied what stayed unapplied then
 * @param receivedOn when the money arrived
 * @param reference number of a check or transfer
 * @param fileName the file that the rows were read from
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 * @param reversed whether the payment was voided since
 * @param lines the rows, in the order of the file; left out in lists
 */
public record RemittanceView(
        Optional<Long> id,
        long customerId,
        String customerName,
        String currency,
        BigDecimal amount,
        BigDecimal stated,
        BigDecimal applied,
        BigDecimal unapplied,
        LocalDate receivedOn,
        String reference,
        String fileName,
        Instant recordedAt,
        String recordedBy,
        boolean reversed,
        List<RemittanceMatch> lines) {

    /** Copies the list. */
    public RemittanceView {
        lines = List.copyOf(lines);
    }

    /** What arrived less what the rows come to: a minus when it is too little. */
    public BigDecimal difference() {
        return amount.subtract(stated);
    }

    /** How many rows found no invoice to settle. */
    public long unmatched() {
        return lines.stream().filter(line -> !line.outcome().matched()).count();
    }

    RemittanceView asPreview() {
        return new RemittanceView(
                Optional.empty(),
                customerId,
                customerName,
                currency,
                amount,
                stated,
                applied,
                unapplied,
                receivedOn,
                reference,
                fileName,
                recordedAt,
                recordedBy,
                reversed,
                lines);
    }
}
