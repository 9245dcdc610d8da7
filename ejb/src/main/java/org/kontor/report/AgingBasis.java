package org.kontor.report;

/** From which day on the age of an item is counted. */
public enum AgingBasis {
    /** The day on which it is due. */
    DUE_DATE,
    /** The day on which it was issued. */
    INVOICE_DATE
}
