package org.kontor.receivable;

import java.util.List;

/**
 * A template of invoices and credit memos that the company named (S4-57).
 *
 * @param id its entry of the system table {@code invoice-templates}
 * @param code what an invoice names it by
 * @param name what people read
 * @param active whether it can be chosen; one that is retired stays where it was chosen
 * @param language {@code en} or {@code de}; empty for that of the company entity
 * @param paymentWays by which ways its invoices can be paid, in the order of their kind; empty when nothing is said
 */
public record InvoiceTemplateView(
        long id, String code, String name, boolean active, String language, List<PaymentWay> paymentWays) {

    /** Copies the list. */
    public InvoiceTemplateView {
        paymentWays = List.copyOf(paymentWays);
    }
}
