package org.kontor.receivable;

/** What is owed, in the order in which the law lets a payment settle it. */
public enum ItemComponent {
    COSTS,
    INTEREST,
    PRINCIPAL
}
