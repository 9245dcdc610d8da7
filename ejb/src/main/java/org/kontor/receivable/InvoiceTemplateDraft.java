package org.kontor.receivable;

import java.util.List;

/**
 * What a named template of invoices offers (S4-57).
 *
 * @param language {@code en} or {@code de}, the language of the paper; empty means that of the company entity
 * @param paymentWays by which ways its invoices can be paid; empty to say nothing
 */
public record InvoiceTemplateDraft(String language, List<PaymentWay> paymentWays) {

    /** Copies the list, in the order of the kinds. */
    public InvoiceTemplateDraft {
        paymentWays = paymentWays.stream().distinct().sorted().toList();
    }
}
