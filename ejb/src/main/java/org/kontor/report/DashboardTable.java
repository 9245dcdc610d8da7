package org.kontor.report;

/** The tables of the dashboard. */
public enum DashboardTable {
    /** What is owed by age. */
    AGING,
    /** What falls due. */
    CASH,
    /** Invoices of the period. */
    INVOICES,
    /** Past due and days sales outstanding on days of the period. */
    TREND,
    /** Measures of the period. */
    FIGURES,
    /** The largest balances. */
    TOP
}
