package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be said of an invoice or a credit memo before it is issued. Text may come untrimmed; an absent text is an
 * empty string.
 *
 * @param customerId who it is made out to; does not change
 * @param status {@code DRAFT} to keep it as one, {@code OPEN} to issue it; empty means DRAFT
 * @param number up to 60 characters; empty means that the next one is drawn when it is issued
 * @param currency ISO 4217 code; empty means that of the customer
 * @param issueDate empty means today
 * @param dueDate not before the issue date; empty means by the days of the company entity, for a credit memo the issue date
 * @param terms what is agreed, in words, up to 200 characters
 * @param notes text for the customer, up to 4,000 characters; empty means that of the company entity
 * @param template {@code en} or {@code de}, the language of the template that it is printed by, or the code of an invoice template of the
 *     company (S4-57); empty means that of the customer when it is made, else that of the company entity
 * @param purchaseOrder number of the customer's order, up to 100 characters
 * @param taxRounding where tax is rounded; empty means as the company entity does it
 * @param pricesIncludeTax whether unit prices contain the tax; empty means as the company entity does it
 * @param lines what is charged; at most 1,000, at least one to issue it
 * @param customFields values of custom fields by key (S4-41); one that is left out has none
 */
public record InvoiceDraft(
        long customerId,
        Optional<InvoiceStatus> status,
        String number,
        String currency,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> dueDate,
        String terms,
        String notes,
        String template,
        String purchaseOrder,
        Optional<TaxRounding> taxRounding,
        Optional<Boolean> pricesIncludeTax,
        List<InvoiceLineDraft> lines,
        Map<String, Optional<JsonValue>> customFields) {

    /** Copies list and map. */
    public InvoiceDraft {
        lines = List.copyOf(lines);
        customFields = Map.copyOf(customFields);
    }

    /** The same by another template. */
    public InvoiceDraft by(String other) {
        return new InvoiceDraft(
                customerId,
                status,
                number,
                currency,
                issueDate,
                dueDate,
                terms,
                notes,
                other,
                purchaseOrder,
                taxRounding,
                pricesIncludeTax,
                lines,
                customFields);
    }

    /** A document without custom fields. */
    public InvoiceDraft(
            long customerId,
            Optional<InvoiceStatus> status,
            String number,
            String currency,
            Optional<LocalDate> issueDate,
            Optional<LocalDate> dueDate,
            String terms,
            String notes,
            String template,
            String purchaseOrder,
            Optional<TaxRounding> taxRounding,
            Optional<Boolean> pricesIncludeTax,
            List<InvoiceLineDraft> lines) {
        this(
                customerId,
                status,
                number,
                currency,
                issueDate,
                dueDate,
                terms,
                notes,
                template,
                purchaseOrder,
                taxRounding,
                pricesIncludeTax,
                lines,
                Map.of());
    }
}
