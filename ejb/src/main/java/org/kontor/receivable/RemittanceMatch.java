package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row of a remittance advice and what became of it.
 *
 * @param row where it stands in the file
 * @param number the number as it stands there
 * @param stated the amount as it stands there
 * @param outcome what became of it
 * @param itemId the invoice; empty when none was found
 * @param customerId whose invoice
 * @param customerName display name now
 * @param open what was open of the invoice before this row
 * @param applied what was applied to it
 */
public record RemittanceMatch(
        long row,
        String number,
        Optional<BigDecimal> stated,
        RemittanceOutcome outcome,
        Optional<Long> itemId,
        Optional<Long> customerId,
        String customerName,
        BigDecimal open,
        BigDecimal applied) {}
