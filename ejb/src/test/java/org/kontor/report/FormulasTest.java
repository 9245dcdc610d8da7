package org.kontor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.report.Formulas.Month;

class FormulasTest {

    private static final BigDecimal OPENING = new BigDecimal("100000");
    private static final BigDecimal SALES = new BigDecimal("60000");
    private static final BigDecimal CLOSING = new BigDecimal("70000");
    private static final BigDecimal NOT_DUE = new BigDecimal("50000");

    @Test
    void aWorkedMonth() {
        assertEquals("35.0", text(Formulas.dso(CLOSING, SALES, 30)));
        assertEquals("25.0", text(Formulas.bestPossibleDso(NOT_DUE, SALES, 30)));
        assertEquals("10.0", text(Formulas.addOfPortfolio(CLOSING, NOT_DUE, SALES, 30)));
        assertEquals("81.8", text(Formulas.cei(OPENING, SALES, CLOSING, NOT_DUE)));
        assertEquals("0.71", text(Formulas.turnover(OPENING, SALES, CLOSING)));
    }

    @Test
    void countingBackTakesWholeMonthsAndThenAPart() {
        List<Month> months = List.of(
                new Month(30, new BigDecimal("40000")),
                new Month(31, new BigDecimal("20000")),
                new Month(30, new BigDecimal("50000")));

        assertEquals("67.0", text(Formulas.countBackDso(CLOSING, months))); // 30 + 31 + 10,000 / 50,000 × 30
        assertEquals("15.0", text(Formulas.countBackDso(new BigDecimal("20000"), months)));
        assertEquals("30.0", text(Formulas.countBackDso(new BigDecimal("40000"), months)));
        assertEquals("0.0", text(Formulas.countBackDso(BigDecimal.ZERO, months)));
        assertEquals("none", text(Formulas.countBackDso(new BigDecimal("110001"), months)));
    }

    @Test
    void countingBackGoesThroughMonthsWithoutSales() {
        List<Month> months = List.of(new Month(30, BigDecimal.ZERO), new Month(31, new BigDecimal("10")));

        assertEquals("45.5", text(Formulas.countBackDso(new BigDecimal("5"), months)));
    }

    @Test
    void nothingIsDividedByNothing() {
        assertEquals("none", text(Formulas.dso(CLOSING, BigDecimal.ZERO, 30)));
        assertEquals("none", text(Formulas.cei(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)));
        assertEquals("none", text(Formulas.turnover(BigDecimal.ZERO, SALES, BigDecimal.ZERO)));
        assertEquals("none", text(Formulas.addOfInvoices(BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    @Test
    void aPeriodBeginsAndEndsWithItsDays() {
        LocalDate today = LocalDate.parse("2026-05-31");

        assertEquals("2026-05-02 2026-05-31", days(ReportPeriod.LAST_30_DAYS, today));
        assertEquals("2026-05-01 2026-05-31", days(ReportPeriod.THIS_MONTH, today));
        assertEquals("2026-04-01 2026-05-31", days(ReportPeriod.THIS_QUARTER, today));
        assertEquals("2026-01-01 2026-05-31", days(ReportPeriod.THIS_YEAR, today));
        assertEquals("2026-04-01 2026-04-30", days(ReportPeriod.LAST_MONTH, today));
        assertEquals("2026-01-01 2026-03-31", days(ReportPeriod.LAST_QUARTER, today));
        assertEquals("2025-01-01 2025-12-31", days(ReportPeriod.LAST_YEAR, today));
        assertEquals("2025-10-01 2025-12-31", days(ReportPeriod.LAST_QUARTER, LocalDate.parse("2026-01-01")));
        assertEquals(30, ReportPeriod.LAST_30_DAYS.of(today).count());
    }

    private static String days(ReportPeriod period, LocalDate today) {
        return period.of(today).from() + " " + period.of(today).to();
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("none");
    }
}
