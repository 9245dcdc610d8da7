package org.kontor.receivable;

/** Where the tax of a document is rounded to the digits of its currency. */
public enum TaxRounding {
    /** On each line; the tax of the document is their sum. */
    LINE,
    /** Once for each rate, over all lines of that rate. */
    TOTAL
}
