package org.kontor.report;

import java.util.Locale;
import java.util.Optional;
import org.kontor.report.ReportPeriod.Days;

/**
 * Which invoices behind a figure are wanted.
 *
 * @param kind what they are
 * @param days first and last day
 * @param currency ISO 4217 code; empty for all, each by itself
 * @param entityId company entity; empty for all
 */
public record FigureQuery(FigureKind kind, Days days, String currency, Optional<Long> entityId) {

    /** Trims the currency. */
    public FigureQuery {
        currency = currency.strip().toUpperCase(Locale.ROOT);
    }
}
