package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of a document as it is stored.
 *
 * @param itemCode code in the list of items; empty for none
 * @param description what is charged
 * @param quantity how many
 * @param unitPrice price of one
 * @param discount percent off
 * @param taxCode code in the list of tax rates; empty for none
 * @param taxRate percent
 * @param net without tax
 * @param tax its part of the tax
 */
public record InvoiceLineView(
        String itemCode,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        String taxCode,
        BigDecimal taxRate,
        BigDecimal net,
        BigDecimal tax) {

    InvoiceLineDraft toDraft() {
        return new InvoiceLineDraft(
                itemCode,
                description,
                Optional.of(quantity),
                Optional.of(unitPrice),
                Optional.of(discount),
                taxCode,
                Optional.of(taxRate));
    }
}
