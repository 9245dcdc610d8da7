package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a document would come to.
 *
 * @param currency ISO 4217 code
 * @param issueDate when it would be issued
 * @param dueDate when it would be due
 * @param lines what would be charged, with what was left out filled in
 * @param subtotal without tax
 * @param tax the tax
 * @param taxes the tax by rate
 * @param total with tax
 */
public record PricedView(
        String currency,
        LocalDate issueDate,
        LocalDate dueDate,
        List<InvoiceLineView> lines,
        BigDecimal subtotal,
        BigDecimal tax,
        List<TaxShare> taxes,
        BigDecimal total) {

    /** Copies the lists. */
    public PricedView {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }
}
