package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of a document.
 *
 * @param itemCode code in the list of items; what is left out below is taken from there. May be empty
 * @param description what is charged, up to 1,000 characters
 * @param quantity how many, at most six decimals; empty means 1
 * @param unitPrice price of one, at most six decimals
 * @param discount percent off, 0 to 100; empty means none
 * @param taxCode code in the list of tax rates; may be empty
 * @param taxRate percent, 0 to 100; empty means that of the code, or none
 */
public record InvoiceLineDraft(
        String itemCode,
        String description,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> unitPrice,
        Optional<BigDecimal> discount,
        String taxCode,
        Optional<BigDecimal> taxRate) {}
