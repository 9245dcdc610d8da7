package org.kontor.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.kontor.cadence.CadenceCondition.About;
import org.kontor.cadence.ToDoFacts.Facts;
import org.kontor.cadence.ToDoFacts.Item;
import org.kontor.cadence.ToDoFacts.Subject;

/** Fills in the texts of steps, in the language of the company entity. */
@ApplicationScoped
class ToDoTexts {

    @Inject
    ToDoFacts facts;

    /**
     * Texts that are filled in.
     *
     * @param missing placeholders for which there is nothing, each once
     */
    record Filled(String subject, String text, List<String> missing) {}

    /** A step for a customer, as it would go out now. */
    StepPreview preview(CadenceStepView step, long customerId) {
        About about = step.condition().about();
        Optional<Long> item =
                about == About.CUSTOMER ? Optional.empty() : facts.latest(customerId, about == About.PAYMENT);
        Facts known = facts.of(List.of(new Subject(customerId, item))).get(0);
        Filled filled = fill(known, customerId, step.subject(), step.text());
        return new StepPreview(address(known, step.kind()), filled.subject(), filled.text(), filled.missing());
    }

    /** Where something goes; empty for nowhere, and for a text message, which goes to a contact. */
    static String address(Facts known, StepKind kind) {
        return switch (kind) {
            case EMAIL -> known.email();
            case LETTER -> known.post();
            default -> "";
        };
    }

    Filled fill(Facts known, long customerId, String subject, String text) {
        Map<String, String> values = values(known);
        if (Placeholder.in(text).contains(Placeholder.OPEN_INVOICES.text())) {
            values.put(
                    Placeholder.OPEN_INVOICES.text(),
                    facts.open(customerId).stream()
                            .map(item -> item.number() + " · " + date(known, item.due()) + " · "
                                    + money(known, item.open(), item.currency()))
                            .collect(Collectors.joining("\n")));
        }
        List<String> missing = new ArrayList<>();
        String line = filled(subject, values, missing);
        // A subject is one line, and no longer than a message may have.
        line = line.length() <= CadenceRules.SUBJECT_MAX
                ? line
                : line.substring(0, CadenceRules.SUBJECT_MAX - 1).strip() + "…";
        return new Filled(
                line, filled(text, values, missing), missing.stream().distinct().toList());
    }

    /** In one pass: what a value looks like is not filled in again. */
    private static String filled(String text, Map<String, String> values, List<String> missing) {
        return Placeholder.PLACE.matcher(text).replaceAll(place -> {
            String value = values.getOrDefault(place.group(1), "");
            if (value.isEmpty()) {
                missing.add(place.group());
            }
            return Matcher.quoteReplacement(value.isEmpty() ? place.group() : value);
        });
    }

    private static Map<String, String> values(Facts known) {
        Map<String, String> values = new HashMap<>();
        put(values, Placeholder.CUSTOMER, known.customer());
        put(values, Placeholder.ACCOUNT_NUMBER, known.accountNumber());
        put(values, Placeholder.CONTACT, known.contact().isEmpty() ? known.customer() : known.contact());
        put(values, Placeholder.COMPANY, known.company());
        put(values, Placeholder.OWNER, known.owner());
        put(values, Placeholder.OWNER_EMAIL, known.ownerEmail());
        put(values, Placeholder.BALANCE, money(known, known.balance(), known.currency()));
        put(values, Placeholder.PAST_DUE, money(known, known.pastDue(), known.currency()));
        known.item().ifPresent(item -> put(values, known, item));
        return values;
    }

    private static void put(Map<String, String> values, Facts known, Item item) {
        if (item.payment()) {
            put(values, Placeholder.PAYMENT_AMOUNT, money(known, item.amount(), item.currency()));
            put(values, Placeholder.PAYMENT_DATE, date(known, item.issued()));
            return;
        }
        put(values, Placeholder.INVOICE_NUMBER, item.number());
        put(values, Placeholder.INVOICE_DATE, date(known, item.issued()));
        put(values, Placeholder.DUE_DATE, date(known, item.due()));
        put(values, Placeholder.INVOICE_TOTAL, money(known, item.amount(), item.currency()));
        put(values, Placeholder.INVOICE_BALANCE, money(known, item.open(), item.currency()));
        put(
                values,
                Placeholder.DAYS_PAST_DUE,
                Long.toString(Math.max(0, ChronoUnit.DAYS.between(item.due(), known.today()))));
    }

    private static void put(Map<String, String> values, Placeholder place, String value) {
        values.put(place.text(), value);
    }

    private static String money(Facts known, BigDecimal amount, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getNumberInstance(known.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + " " + currency;
    }

    private static String date(Facts known, LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(known.locale()));
    }
}
