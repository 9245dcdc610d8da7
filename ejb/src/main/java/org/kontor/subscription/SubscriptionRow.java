package org.kontor.subscription;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.receivable.Amounts;
import org.kontor.shared.Sql;

/**
 * A subscription as it was read, without its lines, and the date by which it stands where it does.
 *
 * @param view with no lines and nothing that recurs
 * @param today the date in the company entity
 */
record SubscriptionRow(SubscriptionView view, LocalDate today) {

    long id() {
        return view.id();
    }

    /** Reads the columns in the order of {@code SubscriptionRepository}. */
    static SubscriptionRow of(ResultSet row) throws SQLException {
        LocalDate starts = row.getObject(14, LocalDate.class);
        int trial = row.getInt(15);
        int limit = row.getInt(16);
        // Zero may be said, unlike for the limit.
        Optional<Integer> dueDays = Optional.ofNullable(row.getObject(19, Integer.class));
        LocalDate today = row.getObject(33, LocalDate.class);
        int next = row.getInt(25);
        Optional<LocalDate> cancelOn = Optional.ofNullable(row.getObject(27, LocalDate.class));
        Optional<LocalDate> nextOn = Optional.ofNullable(row.getObject(26, LocalDate.class))
                .filter(day -> cancelOn.filter(end -> !day.isBefore(end)).isEmpty());
        boolean trying = trial > 0 && next == 0 && today.isBefore(starts.plusDays(trial));
        SubscriptionState state = SubscriptionState.valueOf(row.getString(24));
        return new SubscriptionRow(
                new SubscriptionView(
                        row.getLong(1),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getLong(9),
                        row.getString(10),
                        row.getString(11),
                        SubscriptionInterval.valueOf(row.getString(12)),
                        row.getInt(13),
                        starts,
                        trial,
                        starts.plusDays(trial),
                        limit == 0 ? Optional.empty() : Optional.of(limit),
                        row.getInt(17),
                        row.getBoolean(18),
                        dueDays,
                        row.getString(20),
                        row.getString(21),
                        row.getString(22),
                        row.getString(23),
                        state == SubscriptionState.ACTIVE && trying ? SubscriptionState.TRIAL : state,
                        next,
                        nextOn,
                        cancelOn,
                        instant(row, 28),
                        row.getString(29),
                        row.getString(30),
                        BigDecimal.ZERO,
                        List.of(),
                        row.getString(31),
                        instant(row, 32)),
                today);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What recurs of it in a month today. */
    private BigDecimal mrr(List<SubscriptionLineView> lines) {
        BigDecimal net = lines.stream()
                .filter(line -> view.state() == SubscriptionState.ACTIVE && !today.isBefore(view.firstOn()))
                .filter(line -> !line.oneTime() && line.toDraft().chargedOn(today))
                .map(SubscriptionLineView::net)
                .reduce(Amounts.scaled(BigDecimal.ZERO, view.currency()), BigDecimal::add);
        return Charge.monthly(net, view.currency(), view.interval(), view.every());
    }

    /** The subscription with its lines. */
    SubscriptionView view(List<SubscriptionLineView> lines) {
        return new SubscriptionView(
                view.id(),
                view.version(),
                view.createdAt(),
                view.createdBy(),
                view.updatedAt(),
                view.updatedBy(),
                view.customerId(),
                view.customerName(),
                view.entityId(),
                view.description(),
                view.currency(),
                view.interval(),
                view.every(),
                view.billingStart(),
                view.trialDays(),
                view.firstOn(),
                view.invoices(),
                view.made(),
                view.issue(),
                view.dueDays(),
                view.terms(),
                view.template(),
                view.notes(),
                view.purchaseOrder(),
                view.state(),
                view.nextPeriod(),
                view.nextOn(),
                view.cancelOn(),
                view.cancelledAt(),
                view.cancelledBy(),
                view.cancelReason(),
                mrr(lines),
                lines,
                view.problem(),
                view.problemAt());
    }
}
