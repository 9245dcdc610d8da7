package org.kontor.report;

/** Which invoices a figure of a period is made of. */
public enum FigureKind {
    /** Credit sales: issued in the period, and, with a minus, voided in it. */
    SALES,
    /** Issued in the period and not voided until now. */
    ISSUED,
    /** Wholly settled in the period, and still so: what average days delinquent are about. */
    SETTLED
}
