package org.kontor.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.report.FigureRepository.Sums;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** How well receivables are collected, and when a customer is likely to pay. */
@Stateless
public class Performance {

    /** Ten years. */
    private static final int MOST_DAYS = 3_660;

    @Inject
    FigureRepository repository;

    @Inject
    AgingRepository aging;

    @Inject
    CustomerGate gate;

    /** The days of a named period, as seen today in the time zone of the company entity. */
    @Requires(Permission.READ_RECEIVABLE)
    public Days days(ReportPeriod period, Optional<Long> entityId) {
        return period.of(aging.today(entityId));
    }

    /**
     * The measures of a period, by currency; none is added to another.
     *
     * @throws AppException {@link ErrorKind#INVALID} for a period that ends before it begins or is longer than ten years
     */
    @Requires(Permission.READ_RECEIVABLE)
    public List<KeyFigures> figures(LocalDate from, LocalDate to, Optional<Long> entityId) {
        Days days = new Days(from, to);
        check(days);
        Map<String, List<Formulas.Month>> months = repository.months(to, entityId);
        return repository.sums(days, entityId, aging.isMovedAfter(to)).stream()
                .map(sums -> figures(sums, days.count(), months.getOrDefault(sums.currency(), List.of())))
                .toList();
    }

    /** Refuses what is no period. */
    static void check(Days days) {
        if (days.to().isBefore(days.from())
                || days.to().toEpochDay() - days.from().toEpochDay() >= MOST_DAYS) {
            throw AppException.invalid(
                    "to",
                    "OUT_OF_RANGE",
                    "Choose a last day that is not before the first, and at most ten years later.");
        }
    }

    private static KeyFigures figures(Sums sums, int days, List<Formulas.Month> months) {
        return new KeyFigures(
                sums.currency(),
                days,
                sums.opening(),
                sums.sales(),
                sums.closing(),
                sums.notDue(),
                Formulas.dso(sums.closing(), sums.sales(), days),
                Formulas.countBackDso(sums.closing(), months),
                Formulas.bestPossibleDso(sums.notDue(), sums.sales(), days),
                Formulas.addOfPortfolio(sums.closing(), sums.notDue(), sums.sales(), days),
                Formulas.addOfInvoices(sums.lateDays(), sums.paid()),
                sums.invoices(),
                Formulas.cei(sums.opening(), sums.sales(), sums.closing(), sums.notDue()),
                Formulas.turnover(sums.opening(), sums.sales(), sums.closing()));
    }

    /**
     * The open invoices of a customer and when each is likely to be paid, those due first before the others.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_RECEIVABLE)
    public List<ExpectedPayment> expected(long customerId) {
        gate.name(customerId);
        return repository.expected(customerId);
    }
}
