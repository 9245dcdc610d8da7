package org.kontor.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.PaymentWay;

/**
 * An invoice of which something is left.
 *
 * @param id the invoice
 * @param number its number
 * @param issueDate when it was issued
 * @param dueDate when it is due
 * @param currency ISO 4217 code
 * @param total what it was about
 * @param open what is left
 * @param status open, partially paid or past due
 * @param ways by which its template says that it can be paid (S4-57); empty when it says nothing, and those of the customer count
 */
public record PortalInvoice(
        long id,
        String number,
        LocalDate issueDate,
        LocalDate dueDate,
        String currency,
        BigDecimal total,
        BigDecimal open,
        InvoiceStatus status,
        List<PaymentWay> ways) {

    /** Copies the list. */
    public PortalInvoice {
        ways = List.copyOf(ways);
    }
}
