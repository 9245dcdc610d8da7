package org.kontor.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The statements behind the invoices of a figure. What is left of a voided one counts where it was issued alone: it is nothing. */
final class FigureSource {

    private final FigureQuery query;

    FigureSource(FigureQuery query) {
        this.query = query;
    }

    /** The rows by day, beginning behind one. */
    Statement rows(Optional<List<String>> after, Optional<Integer> limit) {
        Statement statement = new Statement()
                .add(
                        "select r.key, r.id, r.number, c.id, c.display_name, r.currency, r.day, r.due_date, r.late, r.amount,"
                                + " r.open_amount from (");
        source(statement);
        statement.add(") r join customer c on c.id = r.customer_id where true");
        after.ifPresent(values -> statement.add(
                " and (r.day, r.key) > (?, ?)", LocalDate.parse(values.get(0)), Long.parseLong(values.get(1))));
        statement.add(" order by r.day, r.key");
        limit.ifPresent(rows -> statement.add(" limit ?", rows));
        return statement;
    }

    /** The sums of all rows by currency. */
    Statement sums() {
        Statement statement = new Statement()
                .add("select r.currency, count(*), sum(r.amount), sum(r.open_amount), sum(r.late * r.amount) from (");
        source(statement);
        return statement.add(") r group by r.currency order by r.currency");
    }

    private void source(Statement statement) {
        LocalDate from = query.days().from();
        LocalDate to = query.days().to();
        switch (query.kind()) {
            case SALES -> {
                statement.add(
                        "select m.id as key, i.id, i.number, i.customer_id, i.currency, m.effective_date as day, i.due_date,"
                                + " 0 as late, m.amount, case when m.amount > 0 then i.open_amount else 0 end as open_amount"
                                + " from posting p join item_movement m on m.posting_id = p.id join open_item i on i.id ="
                                + " m.item_id where p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED') and m.direction = 1 and"
                                + " m.effective_date between ? and ?",
                        from,
                        to);
                narrow(statement);
            }
            case ISSUED -> {
                statement.add(
                        "select i.id as key, i.id, i.number, i.customer_id, i.currency, i.issue_date as day, i.due_date, 0 as"
                                + " late, i.amount, i.open_amount from open_item i where i.kind = 'INVOICE' and i.voided_on"
                                + " is null and i.issue_date between ? and ?",
                        from,
                        to);
                narrow(statement);
            }
            case SETTLED -> {
                statement.add(
                        "select i.id as key, i.id, i.number, i.customer_id, i.currency, i.paid_on as day, i.due_date,"
                                + " greatest(0, i.paid_on - i.due_date) as late, i.amount, i.open_amount from (");
                FigureRepository.settled(statement, query.days());
                narrow(statement);
                statement.add(FigureRepository.WHOLLY);
                statement.add(") i where i.paid_on >= ?", from);
            }
        }
    }

    private void narrow(Statement statement) {
        if (!query.currency().isEmpty()) {
            statement.add(" and i.currency = ?::bpchar", query.currency());
        }
        LedgerSums.narrow(statement, "i", query.entityId());
    }

    /** The invoice in a row. */
    FigureRow read(ResultSet row) throws SQLException {
        String currency = row.getString(6);
        return new FigureRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                currency,
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                row.getLong(9),
                CurrencyDigits.of(row.getBigDecimal(10), currency),
                CurrencyDigits.of(row.getBigDecimal(11), currency));
    }

    /** The sums in a row. */
    static FigureSum sum(ResultSet row) throws SQLException {
        String currency = row.getString(1);
        BigDecimal amount = CurrencyDigits.of(row.getBigDecimal(3), currency);
        BigDecimal open = CurrencyDigits.of(row.getBigDecimal(4), currency);
        return new FigureSum(
                currency,
                row.getLong(2),
                amount,
                amount.subtract(open),
                open,
                Formulas.addOfInvoices(row.getBigDecimal(5), amount));
    }
}
