package org.kontor.cadence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.cadence.CadenceCondition.About;

/** What can stand in a text of a step and is filled in when it is shown and sent: {@code {customer}}. */
public enum Placeholder {
    /** Display name of the customer. */
    CUSTOMER("customer"),
    /** Account number of the customer. */
    ACCOUNT_NUMBER("accountNumber"),
    /** Name of the contact whom it goes to, else of the customer. */
    CONTACT("contact"),
    /** Name of the company entity. */
    COMPANY("company"),
    /** Name of the billing owner. */
    OWNER("owner"),
    /** E-mail address of the billing owner. */
    OWNER_EMAIL("ownerEmail"),
    /** What is owed less what is held, in the customer's currency. */
    BALANCE("balance"),
    /** What is past due, in the customer's currency. */
    PAST_DUE("pastDue"),
    /** A line for each open invoice; in texts alone. */
    OPEN_INVOICES("openInvoices"),
    /** Number of the invoice. */
    INVOICE_NUMBER("invoiceNumber", About.INVOICE),
    /** Its date. */
    INVOICE_DATE("invoiceDate", About.INVOICE),
    /** The day on which it is due. */
    DUE_DATE("dueDate", About.INVOICE),
    /** Its total. */
    INVOICE_TOTAL("invoiceTotal", About.INVOICE),
    /** What is left of it. */
    INVOICE_BALANCE("invoiceBalance", About.INVOICE),
    /** For how many days it has been past due. */
    DAYS_PAST_DUE("daysPastDue", About.INVOICE),
    /** Amount of the payment. */
    PAYMENT_AMOUNT("paymentAmount", About.PAYMENT),
    /** Day of the payment. */
    PAYMENT_DATE("paymentDate", About.PAYMENT);

    /** A placeholder in a text; its name is group 1. */
    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // An Optional of an enum.
    private final Optional<About> about;

    Placeholder(String name) {
        this.name = name;
        this.about = Optional.empty();
    }

    Placeholder(String name, About about) {
        this.name = name;
        this.about = Optional.of(about);
    }

    /** What stands between the braces. */
    public String text() {
        return name;
    }

    /** Those that a step with this condition can use. */
    public static List<Placeholder> of(CadenceCondition condition) {
        return Arrays.stream(values())
                .filter(each ->
                        each.about.map(about -> about == condition.about()).orElse(true))
                .toList();
    }

    /** What is written between braces in a text, each once, in order. */
    static Set<String> in(String text) {
        Set<String> names = new java.util.LinkedHashSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }
}
