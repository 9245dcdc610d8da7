package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice of a payment plan.
 *
 * @param invoiceId the invoice
 * @param number its number
 * @param dueDate the day on which it is due by itself, by which aging goes
 * @param agreed what was open of it at the agreement
 * @param open what is open of it now
 */
public record PlanInvoiceView(long invoiceId, String number, LocalDate dueDate, BigDecimal agreed, BigDecimal open) {}
