package org.kontor.report;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.Sql;

/** What the measures of a period are made of, and how customers paid. */
@ApplicationScoped
class FigureRepository {

    /** Months that counting back may look through. */
    static final int MONTHS = 36;

    /** Invoices and what was applied to them. */
    private static final String PAID = """
            select i.id, i.number, i.customer_id, i.entity_id, i.currency, i.due_date, i.amount, i.open_amount,
                   max(m.effective_date) filter (where m.amount < 0) as paid_on
            from open_item i join item_movement m on m.item_id = i.id
            where i.kind = 'INVOICE' and i.voided_on is null and i.written_off_on is null and
            """;

    /** Those of them that are settled by it. */
    static final String WHOLLY = " group by i.id having sum(m.amount) = 0 and count(*) filter (where m.amount < 0) > 0";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * What a period is measured by.
     *
     * @param lateDays sum over the invoices paid in it of days late × amount
     * @param paid sum of their amounts
     * @param invoices how many they are
     */
    record Sums(
            String currency,
            BigDecimal opening,
            BigDecimal closing,
            BigDecimal notDue,
            BigDecimal sales,
            BigDecimal lateDays,
            BigDecimal paid,
            long invoices) {}

    /**
     * The sums of a period by currency.
     *
     * @param ended whether something was posted with a date after it
     */
    List<Sums> sums(Days days, Optional<Long> entityId, boolean ended) {
        Statement statement = new Statement();
        statement.add(
                "with owed as (select m.currency, sum(m.amount) filter (where m.effective_date < ?) as opening,"
                        + " sum(m.amount) as closing, sum(m.amount) filter (where m.due_date >= ?) as not_due,"
                        + " sum(m.amount) filter (where m.sale and m.effective_date >= ?) as sales from ",
                days.from(),
                days.to(),
                days.from());
        LedgerSums.movements(statement, entityId);
        statement.add(
                " m where m.direction = 1 and m.effective_date <= ? group by m.currency), late as (select currency,"
                        + " sum(late) as late, sum(amount) as amount, sum(items) as invoices from ",
                days.to());
        LedgerSums.paid(statement, days, entityId, ended);
        statement.add(
                " p group by currency) select currency, coalesce(opening, 0), coalesce(closing, 0), coalesce(not_due,"
                        + " 0), coalesce(sales, 0), coalesce(late, 0), coalesce(amount, 0), coalesce(invoices, 0) from"
                        + " owed left join late using (currency) order by currency");
        return Sql.many(dataSource, statement.sql(), Sql.of(statement.parameters()), FigureRepository::sums);
    }

    /** Begins a subselect of invoices with what was applied to them up to the end of a period; {@link #WHOLLY} ends it. */
    static void settled(Statement statement, Days days) {
        statement.add(
                PAID + " m.effective_date <= ? and i.id in (select item_id from item_movement where effective_date"
                        + " between ? and ? and amount < 0)",
                days.to(),
                days.from(),
                days.to());
    }

    private static Sums sums(ResultSet row) throws SQLException {
        String currency = row.getString(1);
        return new Sums(
                currency,
                CurrencyDigits.of(row.getBigDecimal(2), currency),
                CurrencyDigits.of(row.getBigDecimal(3), currency),
                CurrencyDigits.of(row.getBigDecimal(4), currency),
                CurrencyDigits.of(row.getBigDecimal(5), currency),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getLong(8));
    }

    /** Credit sales by currency and calendar month up to a day, the newest month first; the last month ends on that day. */
    Map<String, List<Formulas.Month>> months(LocalDate to, Optional<Long> entityId) {
        LocalDate first = to.withDayOfMonth(1).minusMonths(MONTHS - 1L);
        Statement statement = new Statement();
        statement.add("select m.currency, date_trunc('month', m.effective_date)::date, sum(m.amount) from ");
        LedgerSums.movements(statement, entityId);
        statement.add(
                " m where m.sale and m.direction = 1 and m.effective_date between ? and ? group by 1, 2", first, to);
        Map<String, Map<LocalDate, BigDecimal>> sales = new HashMap<>();
        Sql.many(
                dataSource,
                statement.sql(),
                Sql.of(statement.parameters()),
                row -> sales.computeIfAbsent(row.getString(1), c -> new HashMap<>())
                        .put(row.getObject(2, LocalDate.class), row.getBigDecimal(3)));
        Map<String, List<Formulas.Month>> months = new HashMap<>();
        sales.forEach((currency, byMonth) -> {
            List<Formulas.Month> back = new ArrayList<>();
            for (LocalDate month = to.withDayOfMonth(1); !month.isBefore(first); month = month.minusMonths(1)) {
                int days = month.equals(to.withDayOfMonth(1)) ? to.getDayOfMonth() : month.lengthOfMonth();
                back.add(new Formulas.Month(days, byMonth.getOrDefault(month, BigDecimal.ZERO)));
            }
            months.put(currency, back);
        });
        return months;
    }

    /** The open invoices of a customer, with what is known of how they paid before. */
    List<ExpectedPayment> expected(long customerId) {
        String sql = "with paid as (" + PAID + " i.customer_id = ?" + WHOLLY
                + "), habit as (select count(*) as n, avg(paid_on - due_date) as mean, stddev_samp(paid_on - due_date)"
                + " as spread from paid) select i.id, i.number, i.currency, i.due_date, i.open_amount, h.n, h.mean,"
                + " h.spread from open_item i, habit h where i.customer_id = ? and i.open_amount > 0 and i.kind ="
                + " 'INVOICE' order by i.due_date, i.id";
        return Sql.many(dataSource, sql, Sql.of(customerId, customerId), FigureRepository::expected);
    }

    private static ExpectedPayment expected(ResultSet row) throws SQLException {
        String currency = row.getString(3);
        LocalDate due = row.getObject(4, LocalDate.class);
        Optional<BigDecimal> mean = Optional.ofNullable(row.getBigDecimal(7));
        return new ExpectedPayment(
                row.getLong(1),
                row.getString(2),
                currency,
                due,
                CurrencyDigits.of(row.getBigDecimal(5), currency),
                mean.map(days ->
                        due.plusDays(days.setScale(0, RoundingMode.HALF_UP).longValueExact())),
                row.getLong(6),
                mean.map(days -> days.setScale(1, RoundingMode.HALF_UP)),
                Optional.ofNullable(row.getBigDecimal(8)).map(days -> days.setScale(1, RoundingMode.HALF_UP)));
    }
}
