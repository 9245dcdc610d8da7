package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document, payment or opening balance that comes from another system.
 *
 * @param customerId whose it is; less than zero for a customer who is created together with it
 * @param kind INVOICE, CREDIT_MEMO, PAYMENT or OPENING_BALANCE
 * @param number number of the document, up to 60 characters; required for invoices and credit memos
 * @param currency ISO 4217 code; empty means that of the customer
 * @param date its date; day on which a payment arrived
 * @param dueDate empty means by the days of the company entity; for all but invoices the date
 * @param amount with tax, in the decimals of the currency; of an opening balance less than zero for what is held for the customer. May be
 *     left out when there are lines
 * @param open how much of an invoice is owed still; empty when nothing is said
 * @param settledOn when the rest was paid; empty means on its due date, or today when that is to come
 * @param lines what is charged; empty means one line with the amount, without tax
 * @param settles invoices and opening balances that the money is for
 * @param reference number of a check or transfer, or of the customer's order
 * @param disputed whether the customer contests what is owed
 * @param voided whether it no longer counts
 * @param customFields values of the custom fields of invoices and credit memos, or of payments, by key; an opening balance has none
 */
public record IntakeDraft(
        long customerId,
        ItemKind kind,
        String number,
        String currency,
        Optional<LocalDate> date,
        Optional<LocalDate> dueDate,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> open,
        Optional<LocalDate> settledOn,
        List<InvoiceLineDraft> lines,
        List<Settles> settles,
        String reference,
        boolean disputed,
        boolean voided,
        Map<String, Optional<JsonValue>> customFields) {

    /**
     * An item that money is for.
     *
     * @param number number of an invoice or opening balance of the same customer, or of another of the account tree
     * @param amount how much; empty means as much as is left of either
     */
    public record Settles(String number, Optional<BigDecimal> amount) {}

    /** Copies the lists. */
    public IntakeDraft {
        lines = List.copyOf(lines);
        settles = List.copyOf(settles);
        customFields = Map.copyOf(customFields);
    }

    /** One without custom fields. */
    public IntakeDraft(
            long customerId,
            ItemKind kind,
            String number,
            String currency,
            Optional<LocalDate> date,
            Optional<LocalDate> dueDate,
            Optional<BigDecimal> amount,
            Optional<BigDecimal> open,
            Optional<LocalDate> settledOn,
            List<InvoiceLineDraft> lines,
            List<Settles> settles,
            String reference,
            boolean disputed,
            boolean voided) {
        this(
                customerId,
                kind,
                number,
                currency,
                date,
                dueDate,
                amount,
                open,
                settledOn,
                lines,
                settles,
                reference,
                disputed,
                voided,
                Map.of());
    }
}
