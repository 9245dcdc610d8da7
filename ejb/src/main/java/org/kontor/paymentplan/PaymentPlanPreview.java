package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an agreement would come to.
 *
 * @param currency ISO 4217 code
 * @param total what is open of the invoices; the instalments add up to it
 * @param invoices the invoices
 * @param instalments the instalments, in the order of their days
 */
public record PaymentPlanPreview(
        String currency, BigDecimal total, List<PlanInvoiceView> invoices, List<InstalmentView> instalments) {

    /** Copies the lists. */
    public PaymentPlanPreview {
        invoices = List.copyOf(invoices);
        instalments = List.copyOf(instalments);
    }
}
