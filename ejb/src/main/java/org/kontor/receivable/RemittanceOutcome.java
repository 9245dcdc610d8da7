package org.kontor.receivable;

/** What became of a row of a remittance advice. */
public enum RemittanceOutcome {
    /** It settles the invoice. */
    SETTLED,
    /** It is less than what was open; the rest is still owed. */
    SHORT,
    /** It is more than what was open; the rest stays unapplied. */
    OVER,
    /** The payment was used up by the rows before it, wholly or in part. */
    NO_MONEY_LEFT,
    /** Nothing of the invoice was open any more, or it is void. */
    NOTHING_OPEN,
    /** No invoice of the tree has this number. */
    NOT_FOUND,
    /** Several open invoices of the tree have this number. */
    SEVERAL,
    /** The invoice is owed in another currency. */
    OTHER_CURRENCY,
    /** The row names no invoice. */
    NO_NUMBER,
    /** The amount is not more than zero, as of a deduction: apply the credit memo by itself. */
    NOT_POSITIVE;

    /** Whether the row found an invoice that something was applied to, or would have been had there been money. */
    public boolean matched() {
        return this == SETTLED || this == SHORT || this == OVER || this == NO_MONEY_LEFT;
    }
}
