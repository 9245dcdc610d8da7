package org.kontor.web.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.TaxRounding;

/** What stands in the inputs of an invoice or credit memo. */
public class InvoiceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Before a percentage that is of no tax rate of the list. */
    static final String PERCENT = "%";

    private final Map<String, String> values = new HashMap<>();
    private final List<Map<String, String>> lines = new ArrayList<>();
    private final CustomForm custom = new CustomForm();
    private Optional<TaxRounding> rounding = Optional.empty();
    private Optional<Boolean> taxIncluded = Optional.empty();

    /** Adds an empty line at the end. */
    final void addLine() {
        lines.add(new HashMap<>(Map.of("quantity", "1")));
    }

    /** Puts values into the inputs. */
    void fill(InvoiceDraft draft, Texts texts) {
        values.clear();
        values.put("number", draft.number());
        values.put("currency", draft.currency());
        values.put("issueDate", draft.issueDate().map(LocalDate::toString).orElse(""));
        values.put("dueDate", draft.dueDate().map(LocalDate::toString).orElse(""));
        values.put("terms", draft.terms());
        values.put("notes", draft.notes());
        values.put("purchaseOrder", draft.purchaseOrder());
        values.put("template", draft.template());
        custom.fill(draft.customFields());
        rounding = draft.taxRounding();
        taxIncluded = draft.pricesIncludeTax();
        lines.clear();
        draft.lines().forEach(line -> lines.add(fill(line, texts)));
    }

    private static Map<String, String> fill(InvoiceLineDraft line, Texts texts) {
        Map<String, String> inputs = new HashMap<>();
        inputs.put("itemCode", line.itemCode());
        inputs.put("description", line.description());
        inputs.put("quantity", text(line.quantity(), texts));
        inputs.put("unitPrice", text(line.unitPrice(), texts));
        inputs.put(
                "discount",
                line.discount()
                        .filter(off -> off.signum() != 0)
                        .map(texts::typed)
                        .orElse(""));
        inputs.put("taxRate", text(line.taxRate(), texts));
        inputs.put(
                "taxCode",
                line.taxCode().isEmpty()
                        ? line.taxRate().map(rate -> PERCENT + plain(rate)).orElse("")
                        : line.taxCode());
        return inputs;
    }

    private static String text(Optional<BigDecimal> number, Texts texts) {
        return number.map(texts::typed).orElse("");
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /**
     * What the inputs say.
     *
     * @param typed collects what cannot be read
     * @param listed whether tax is chosen from the list of rates, and not typed
     */
    InvoiceDraft draft(long customerId, InvoiceStatus status, Typed typed, boolean listed) {
        List<InvoiceLineDraft> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            read.add(line(typed, "lines[" + i + "].", lines.get(i), listed));
        }
        return new InvoiceDraft(
                customerId,
                Optional.of(status),
                value("number"),
                value("currency"),
                typed.date("issueDate", value("issueDate")),
                typed.date("dueDate", value("dueDate")),
                value("terms"),
                value("notes"),
                value("template"),
                value("purchaseOrder"),
                rounding,
                taxIncluded,
                read,
                custom.given());
    }

    private static InvoiceLineDraft line(Typed typed, String at, Map<String, String> line, boolean listed) {
        String tax = Typed.text(line.get("taxCode"));
        boolean percent = tax.startsWith(PERCENT);
        Optional<BigDecimal> chosen =
                listed && percent ? Optional.of(new BigDecimal(tax.substring(1))) : Optional.empty();
        return new InvoiceLineDraft(
                Typed.text(line.get("itemCode")),
                Typed.text(line.get("description")),
                typed.amount(at + "quantity", Typed.text(line.get("quantity"))),
                typed.amount(at + "unitPrice", Typed.text(line.get("unitPrice"))),
                typed.amount(at + "discount", Typed.text(line.get("discount"))),
                listed && !percent ? tax : "",
                listed ? chosen : typed.amount(at + "taxRate", Typed.text(line.get("taxRate"))));
    }

    private String value(String name) {
        return Typed.text(values.get(name));
    }

    /** Inputs of custom fields. */
    public CustomForm getCustom() {
        return custom;
    }

    /** What stands in the inputs of the head, by name of the field. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What stands in the inputs of the lines, by name of the field. */
    public List<Map<String, String>> getLines() {
        return lines;
    }
}
