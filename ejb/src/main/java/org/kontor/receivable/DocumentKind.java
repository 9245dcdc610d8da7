package org.kontor.receivable;

/** What kind of paper it is. */
public enum DocumentKind {
    /** Asks for money. */
    INVOICE("invoice"),
    /** Lowers what the customer owes. */
    CREDIT_MEMO("credit-memo");

    private final String noun;

    DocumentKind(String noun) {
        this.noun = noun;
    }

    /** How history names it. */
    String noun() {
        return noun;
    }
}
