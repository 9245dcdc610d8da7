package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.settings.CustomFieldValues;

/**
 * An invoice or a credit memo, and where it stands.
 *
 * @param id Kontor's own number
 * @param version counts changes of the document and of what is left of it
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param updatedAt when it, or what is left of it, was last changed
 * @param updatedBy who changed the document last
 * @param kind invoice or credit memo
 * @param customerId who it is made out to
 * @param customerName display name of the customer now
 * @param entityId the company entity that issues it
 * @param number its number; empty for a draft whose number is not drawn yet
 * @param currency ISO 4217 code
 * @param issueDate when it was issued
 * @param dueDate when it is due
 * @param terms what is agreed, in words
 * @param notes text for the customer
 * @param template {@code en} or {@code de}, the language that it is printed in, or the code of an invoice template; empty for the
 *     language of the company entity
 * @param purchaseOrder number of the customer's order
 * @param taxRounding where tax is rounded
 * @param pricesIncludeTax whether unit prices contain the tax
 * @param lines what is charged
 * @param subtotal without tax
 * @param tax the tax
 * @param taxes the tax by rate
 * @param total with tax
 * @param balance what is left of it; of a credit memo what can still be applied; of a draft zero
 * @param status where it stands today, in the time zone of the company entity
 * @param disputed whether the customer contests it
 * @param disputeReason why
 * @param issuedAt when it was issued; empty for a draft
 * @param billTo who it was made out to, as they were then
 * @param seller who issued it, as they were then
 * @param contentHash SHA-256 over the issued document; empty for a draft
 * @param voidReason why it was voided
 * @param customFields values of custom fields by key
 */
public record InvoiceView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        DocumentKind kind,
        long customerId,
        String customerName,
        long entityId,
        String number,
        String currency,
        LocalDate issueDate,
        LocalDate dueDate,
        String terms,
        String notes,
        String template,
        String purchaseOrder,
        TaxRounding taxRounding,
        boolean pricesIncludeTax,
        List<InvoiceLineView> lines,
        BigDecimal subtotal,
        BigDecimal tax,
        List<TaxShare> taxes,
        BigDecimal total,
        BigDecimal balance,
        InvoiceStatus status,
        boolean disputed,
        String disputeReason,
        Optional<Instant> issuedAt,
        Optional<Party> billTo,
        Optional<Party> seller,
        String contentHash,
        String voidReason,
        Map<String, JsonValue> customFields) {

    /** Copies the lists. */
    public InvoiceView {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** The draft that, saved again, changes nothing. */
    public InvoiceDraft toDraft() {
        return new InvoiceDraft(
                customerId,
                Optional.of(status),
                number,
                currency,
                Optional.of(issueDate),
                Optional.of(dueDate),
                terms,
                notes,
                template,
                purchaseOrder,
                Optional.of(taxRounding),
                Optional.of(pricesIncludeTax),
                lines.stream().map(InvoiceLineView::toDraft).toList(),
                CustomFieldValues.given(customFields));
    }

    /** As {@link #number}, or the word for a document without one. */
    String label() {
        return number.isEmpty() ? "#" + id : number;
    }
}
