package org.kontor.cadence;

/** When a step is due. Day 0 is the day of the event, in the time zone of the customer's company entity. */
public enum CadenceCondition {
    /** A number of days after the cadence was put on. */
    AFTER_ASSIGNED(About.CUSTOMER, true),
    /** A number of days after an invoice was issued. */
    INVOICE_CREATED(About.INVOICE, true),
    /** A number of days before an invoice is due. */
    BEFORE_DUE(About.INVOICE, true),
    /** On the day on which an invoice is due. */
    ON_DUE(About.INVOICE, false),
    /** A number of days after an invoice was due. */
    AFTER_DUE(About.INVOICE, true),
    /** As soon as the oldest open invoice has been past due for a number of days; once for each that is the oldest. */
    OLDEST_PAST_DUE(About.INVOICE, true),
    /** As soon as what is owed exceeds an amount, in the customer's currency; once while a cadence is on. */
    BALANCE_EXCEEDS(About.CUSTOMER, false),
    /** A number of days after the last e-mail was sent to the customer. */
    AFTER_LAST_CONTACT(About.CUSTOMER, true),
    /** A number of days after a payment was recorded. */
    PAYMENT_RECEIVED(About.PAYMENT, true);

    private final About about;
    private final boolean days;

    /** What a step is about. */
    enum About {
        CUSTOMER,
        INVOICE,
        PAYMENT
    }

    CadenceCondition(About about, boolean days) {
        this.about = about;
        this.days = days;
    }

    About about() {
        return about;
    }

    /** Whether it is about one invoice. */
    public boolean aboutInvoice() {
        return about == About.INVOICE;
    }

    /** Whether it takes a number of days. */
    public boolean takesDays() {
        return days;
    }

    /** Whether it takes an amount. */
    public boolean takesAmount() {
        return this == BALANCE_EXCEEDS;
    }
}
