package org.kontor.web.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.subscription.SubscriptionDraft;
import org.kontor.subscription.SubscriptionInterval;
import org.kontor.subscription.SubscriptionLineDraft;

/** What stands in the inputs of a subscription. */
public class SubscriptionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> values = new HashMap<>();
    private final List<Map<String, String>> lines = new ArrayList<>();

    /** Adds an empty line at the end. */
    final void addLine() {
        lines.add(new HashMap<>(Map.of("quantity", "1", "oneTime", "false")));
    }

    /** Puts values into the inputs. */
    void fill(SubscriptionDraft draft, Texts texts) {
        values.clear();
        values.put("description", draft.description());
        values.put("currency", draft.currency());
        values.put("interval", draft.interval().map(Enum::name).orElse(""));
        values.put("every", number(draft.every()));
        values.put("billingStart", day(draft.billingStart()));
        values.put("trialDays", number(draft.trialDays().filter(days -> days > 0)));
        values.put("invoices", number(draft.invoices()));
        values.put("issue", draft.issue().orElse(false).toString());
        values.put("dueDays", number(draft.dueDays()));
        values.put("terms", draft.terms());
        values.put("template", draft.template());
        values.put("notes", draft.notes());
        values.put("purchaseOrder", draft.purchaseOrder());
        lines.clear();
        draft.lines().forEach(line -> lines.add(fill(line, texts)));
    }

    private static Map<String, String> fill(SubscriptionLineDraft line, Texts texts) {
        Map<String, String> inputs = new HashMap<>();
        inputs.put("itemCode", line.itemCode());
        inputs.put("description", line.description());
        inputs.put("quantity", line.quantity().map(texts::typed).orElse(""));
        inputs.put("unitPrice", line.unitPrice().map(texts::typed).orElse(""));
        inputs.put(
                "discount",
                line.discount()
                        .filter(off -> off.signum() != 0)
                        .map(texts::typed)
                        .orElse(""));
        inputs.put("taxRate", line.taxRate().map(texts::typed).orElse(""));
        inputs.put(
                "taxCode",
                line.taxCode().isEmpty()
                        ? line.taxRate()
                                .map(rate -> InvoiceForm.PERCENT + rate.toPlainString())
                                .orElse("")
                        : line.taxCode());
        inputs.put("oneTime", line.oneTime().orElse(false).toString());
        inputs.put("startsOn", day(line.startsOn()));
        inputs.put("endsOn", day(line.endsOn()));
        return inputs;
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    /**
     * What the inputs say.
     *
     * @param typed collects what cannot be read
     * @param listed whether tax is chosen from the list of rates, and not typed
     */
    SubscriptionDraft draft(Typed typed, boolean listed) {
        List<SubscriptionLineDraft> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            read.add(line(typed, "lines[" + i + "].", lines.get(i), listed));
        }
        return new SubscriptionDraft(
                value("description"),
                value("currency"),
                Stream.of(SubscriptionInterval.values())
                        .filter(each -> each.name().equals(value("interval")))
                        .findFirst(),
                typed.count("every", value("every")),
                typed.date("billingStart", value("billingStart")),
                typed.count("trialDays", value("trialDays")),
                typed.count("invoices", value("invoices")),
                Optional.of(Boolean.parseBoolean(value("issue"))),
                typed.count("dueDays", value("dueDays")),
                value("terms"),
                value("template"),
                value("notes"),
                value("purchaseOrder"),
                read);
    }

    private static SubscriptionLineDraft line(Typed typed, String at, Map<String, String> line, boolean listed) {
        String tax = Typed.text(line.get("taxCode"));
        boolean percent = tax.startsWith(InvoiceForm.PERCENT);
        Optional<BigDecimal> chosen =
                listed && percent ? Optional.of(new BigDecimal(tax.substring(1))) : Optional.empty();
        return new SubscriptionLineDraft(
                Typed.text(line.get("itemCode")),
                Typed.text(line.get("description")),
                typed.amount(at + "quantity", Typed.text(line.get("quantity"))),
                typed.amount(at + "unitPrice", Typed.text(line.get("unitPrice"))),
                typed.amount(at + "discount", Typed.text(line.get("discount"))),
                listed && !percent ? tax : "",
                listed ? chosen : typed.amount(at + "taxRate", Typed.text(line.get("taxRate"))),
                Optional.of(Boolean.parseBoolean(Typed.text(line.get("oneTime")))),
                typed.date(at + "startsOn", Typed.text(line.get("startsOn"))),
                typed.date(at + "endsOn", Typed.text(line.get("endsOn"))));
    }

    private String value(String name) {
        return Typed.text(values.get(name));
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
