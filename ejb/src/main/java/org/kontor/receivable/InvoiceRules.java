package org.kontor.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.customer.FieldCheck;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomValues;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Which values a document may have, and what it comes to. */
@ApplicationScoped
class InvoiceRules {

    private static final int MOST_LINES = 1_000;
    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal MOST = new BigDecimal("999999999999");

    @Inject
    PriceLists lists;

    @Inject
    InvoiceTemplateRepository templates;

    @Inject
    CustomValues custom;

    /**
     * A document that may be stored.
     *
     * @param kind invoice or credit memo
     * @param draft with everything filled in that was left out, but the number
     * @param lines in order
     * @param total what they come to
     * @param customFields values of custom fields
     */
    record Checked(
            DocumentKind kind,
            InvoiceDraft draft,
            List<InvoiceLineView> lines,
            InvoiceMath.Total total,
            Map<String, JsonValue> customFields) {}

    /**
     * The draft filled in and added up.
     *
     * @param issue whether it is to be issued
     * @param had the custom fields that it has; empty for one that must have all that are required
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule
     */
    Checked check(
            DocumentKind kind,
            InvoiceDraft draft,
            Debtor debtor,
            LocalDate today,
            boolean issue,
            Optional<Map<String, JsonValue>> had) {
        FieldCheck fields = new FieldCheck();
        Map<String, JsonValue> values = custom(fields, CustomFieldOwner.INVOICE, draft.customFields(), had);
        LocalDate issued = draft.issueDate().orElse(today);
        LocalDate due =
                draft.dueDate().orElse(kind == DocumentKind.CREDIT_MEMO ? issued : issued.plusDays(debtor.termsDays()));
        String currency = draft.currency().isEmpty() ? debtor.currency() : draft.currency();
        InvoiceDraft full = new InvoiceDraft(
                draft.customerId(),
                draft.status(),
                fields.line("number", draft.number(), 60),
                Amounts.currency(fields, currency),
                Optional.of(issued),
                Optional.of(due),
                fields.line("terms", draft.terms(), 200),
                draft.notes().isEmpty() ? debtor.notes() : fields.lines("notes", draft.notes(), 4_000),
                fields.line("template", draft.template(), 60),
                fields.line("purchaseOrder", draft.purchaseOrder(), 100),
                Optional.of(draft.taxRounding().orElse(debtor.rounding())),
                Optional.of(draft.pricesIncludeTax().orElse(debtor.pricesIncludeTax())),
                draft.lines(),
                CustomFieldValues.given(values));
        if (!InvoiceTemplates.LANGUAGES.contains(full.template())
                && templates.find(full.template()).isEmpty()) {
            fields.refuse(
                    "template",
                    "TEMPLATE_UNKNOWN",
                    "Choose en or de, the language of the paper, the code of an invoice template, or leave it empty.");
        }
        if (due.isBefore(issued)) {
            fields.refuse("dueDate", "BEFORE_ISSUE_DATE", "Choose a due date on or after the issue date.");
        }
        if (issued.getYear() < 1900 || due.getYear() > 9999) {
            fields.refuse("issueDate", "OUT_OF_RANGE", "Choose a date from 1900 on.");
        }
        if (issue && draft.lines().isEmpty()) {
            fields.refuse("lines", "REQUIRED", "Add at least one line before it is issued.");
        }
        List<InvoiceLineView> lines = lines(fields, draft.lines(), currency);
        refuse(fields);
        InvoiceMath.Total total = InvoiceMath.of(
                lines.stream()
                        .map(line -> new InvoiceMath.Line(
                                line.quantity(), line.unitPrice(), line.discount(), line.taxRate()))
                        .toList(),
                Amounts.digits(currency).orElseThrow(),
                full.taxRounding().orElseThrow(),
                full.pricesIncludeTax().orElseThrow());
        if (total.gross().signum() < 0
                || total.gross().compareTo(MOST) > 0
                || total.lines().stream().anyMatch(line -> line.net().abs().compareTo(MOST) > 0)) {
            throw AppException.invalid(
                    "lines",
                    "TOTAL_OUT_OF_RANGE",
                    "Change the lines so that the total is zero or more"
                            + (kind == DocumentKind.INVOICE ? "; what you owe the customer is a credit memo." : "."));
        }
        return new Checked(kind, full, priced(lines, total), total, values);
    }

    private List<InvoiceLineView> lines(FieldCheck fields, List<InvoiceLineDraft> drafts, String currency) {
        if (drafts.size() > MOST_LINES) {
            fields.refuse("lines", "TOO_MANY", "Split it: a document has at most " + MOST_LINES + " lines.");
            return List.of();
        }
        Map<String, PriceLists.Priced> items =
                lists.items(drafts.stream().map(InvoiceLineDraft::itemCode).toList());
        Map<String, PriceLists.Rate> rates =
                lists.rates(drafts.stream().map(InvoiceLineDraft::taxCode).toList());
        List<InvoiceLineView> lines = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            lines.add(line(fields, "lines[" + i + "].", drafts.get(i), items, rates, currency));
        }
        return lines;
    }

    private static InvoiceLineView line(
            FieldCheck fields,
            String at,
            InvoiceLineDraft draft,
            Map<String, PriceLists.Priced> items,
            Map<String, PriceLists.Rate> rates,
            String currency) {
        Optional<PriceLists.Priced> item = Optional.ofNullable(items.get(draft.itemCode()));
        if (!draft.itemCode().isEmpty() && item.isEmpty()) {
            fields.refuse(at + "itemCode", "ITEM_UNKNOWN", "Choose an item of the list, or leave it out.");
        }
        String taxCode = draft.taxCode().isEmpty() && draft.taxRate().isEmpty()
                ? item.map(PriceLists.Priced::taxCode).orElse("")
                : draft.taxCode();
        Optional<BigDecimal> rate = Optional.ofNullable(rates.get(taxCode))
                .map(PriceLists.Rate::percent)
                .or(() ->
                        item.filter(priced -> priced.taxCode().equals(taxCode)).flatMap(PriceLists.Priced::percent));
        if (!taxCode.isEmpty() && rate.isEmpty()) {
            fields.refuse(at + "taxCode", "TAX_RATE_UNKNOWN", "Choose a tax rate of the list, or give taxRate alone.");
        }
        String description = fields.lines(
                at + "description",
                draft.description().isEmpty()
                        ? item.map(PriceLists.Priced::text).orElse("")
                        : draft.description(),
                1_000);
        if (description.isEmpty()) {
            fields.refuse(at + "description", "REQUIRED", "Say what is charged.");
        }
        Optional<BigDecimal> listed =
                item.filter(priced -> priced.currency().equals(currency)).map(PriceLists.Priced::unitPrice);
        Optional<BigDecimal> price = draft.unitPrice().or(() -> listed);
        if (price.isEmpty()) {
            fields.refuse(at + "unitPrice", "REQUIRED", "Enter the price of one in " + currency + ".");
        }
        return new InvoiceLineView(
                draft.itemCode(),
                description,
                number(fields, at + "quantity", draft.quantity().orElse(BigDecimal.ONE), MOST.negate(), MOST),
                number(fields, at + "unitPrice", price.orElse(BigDecimal.ZERO), MOST.negate(), MOST),
                number(fields, at + "discount", draft.discount().orElse(BigDecimal.ZERO), BigDecimal.ZERO, HUNDRED),
                taxCode,
                number(
                        fields,
                        at + "taxRate",
                        draft.taxRate().or(() -> rate).orElse(BigDecimal.ZERO),
                        BigDecimal.ZERO,
                        HUNDRED),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static BigDecimal number(
            FieldCheck fields, String field, BigDecimal value, BigDecimal least, BigDecimal most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            fields.refuse(
                    field,
                    "OUT_OF_RANGE",
                    "Enter a number from " + least.toPlainString() + " to " + most.toPlainString() + ".");
            return BigDecimal.ZERO;
        }
        BigDecimal plain = Amounts.plain(value);
        if (plain.scale() > DECIMALS) {
            fields.refuse(field, "TOO_MANY_DECIMALS", "Enter at most " + DECIMALS + " decimals.");
        }
        return plain;
    }

    private static List<InvoiceLineView> priced(List<InvoiceLineView> lines, InvoiceMath.Total total) {
        List<InvoiceLineView> priced = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            InvoiceLineView line = lines.get(i);
            priced.add(new InvoiceLineView(
                    line.itemCode(),
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.discount(),
                    line.taxCode(),
                    line.taxRate(),
                    total.lines().get(i).net(),
                    total.lines().get(i).tax()));
        }
        return priced;
    }

    /** Values of custom fields that may be stored; what is wrong with them is collected. */
    Map<String, JsonValue> custom(
            FieldCheck fields,
            CustomFieldOwner owner,
            Map<String, Optional<JsonValue>> given,
            Optional<Map<String, JsonValue>> had) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, JsonValue> values = custom.check(owner, given, had, errors);
        errors.forEach(error -> fields.refuse(error.field(), error.code(), error.message()));
        return values;
    }

    static void refuse(FieldCheck fields) {
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
    }
}
