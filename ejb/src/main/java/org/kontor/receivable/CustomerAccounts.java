package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Sql;

/** Tells how a customer stands, and what made it so. */
@Stateless
public class CustomerAccounts {

    /** Today, the last payment and the accounts of a customer: one row for each account, at least one. */
    private static final String ACCOUNTS = """
            select t.today, l.id, a.*
            from customer c
                join company_entity e on e.id = c.entity_id
                cross join lateral (select (?::timestamptz at time zone e.time_zone)::date as today) t
                left join lateral (
                    select id from open_item
                    where customer_id = c.id and kind = 'PAYMENT' and voided_on is null order by issue_date desc, id desc limit 1) l
                    on true
                left join lateral (
                    select currency, coalesce(sum(open_amount) filter (where direction = 1), 0),
                           coalesce(sum(open_amount) filter (where direction = 1 and due_date < t.today), 0),
                           coalesce(sum(open_amount) filter (where direction = -1), 0),
                           count(*) filter (where direction = 1),
                           coalesce(sum(open_amount) filter (where direction = 1 and t.today - due_date <= 0), 0),
                           coalesce(sum(open_amount) filter (where direction = 1 and t.today - due_date between 1 and 30), 0),
                           coalesce(sum(open_amount) filter (where direction = 1 and t.today - due_date between 31 and 60), 0),
                           coalesce(sum(open_amount) filter (where direction = 1 and t.today - due_date between 61 and 90), 0),
                           coalesce(sum(open_amount) filter (where direction = 1 and t.today - due_date > 90), 0)
                    from open_item where customer_id = c.id and open_amount > 0 group by currency) a
                    on true
            where c.id = ?
            """;

    private static final String LISTED = """
            select customer_id, currency, sum(direction * open_amount),
                   coalesce(sum(open_amount) filter (where direction = 1 and late > 0), 0),
                   coalesce(sum(open_amount) filter (where direction = 1 and late <= 0), 0),
                   coalesce(sum(open_amount) filter (where direction = 1 and late between 1 and 30), 0),
                   coalesce(sum(open_amount) filter (where direction = 1 and late between 31 and 60), 0),
                   coalesce(sum(open_amount) filter (where direction = 1 and late between 61 and 90), 0),
                   coalesce(sum(open_amount) filter (where direction = 1 and late > 90), 0)
            from (select o.customer_id, o.currency, o.direction, o.open_amount, c.currency as own,
                         (?::timestamptz at time zone e.time_zone)::date - o.due_date as late
                  from open_item o join customer c on c.id = o.customer_id join company_entity e on e.id = c.entity_id
                  where o.customer_id = any(?) and o.open_amount > 0) i
            group by customer_id, currency, own
            order by customer_id, currency <> own, currency
            """;

    private static final String LAST_LISTED = """
            select p.customer_id, p.issue_date, p.amount, p.currency
            from unnest(?::bigint[]) w(id) cross join lateral (
                select customer_id, issue_date, amount, currency from open_item
                where customer_id = w.id and kind = 'PAYMENT' and voided_on is null order by issue_date desc, id desc limit 1) p
            """;

    private static final String TRANSACTIONS = """
            select * from (
                select p.id, p.kind, o.id as item_id, o.kind as item_kind, o.number, p.effective_date, p.recorded_at,
                       p.recorded_by, t.currency, t.amount,
                       sum(t.amount) over (partition by t.currency order by p.effective_date, p.id) as balance, o.open_amount
                from (select posting_id, currency, sum(amount) as amount, min(item_id) as item_id
                      from item_movement where customer_id = ? group by posting_id, currency) t
                    join posting p on p.id = t.posting_id
                    join open_item o on o.id = t.item_id
                where t.amount <> 0 or p.kind not in ('APPLIED', 'APPLICATION_REVERSED')) t
            where (t.effective_date, t.id) < (?::date, ?)
                and (cardinality(?::text[]) = 0 or t.item_kind = any(?::text[]))
                and (not ? or t.kind = 'REFUNDED')
                and t.effective_date between ? and ?
            order by t.effective_date desc, t.id desc limit ?
            """;

    private static final int MOST = 500;
    private static final LocalDate START = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    LedgerWriter ledger;

    @Inject
    PaymentRepository payments;

    @Inject
    Clock clock;

    /** A row of {@link #ACCOUNTS}. */
    private record Standing(LocalDate today, Optional<Long> payment, Optional<AccountView> account) {}

    /**
     * How a customer stands today.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_RECEIVABLE)
    public AccountSummary summary(long customerId) {
        String seen = CustomerScope.condition();
        List<Standing> standing = Sql.many(
                dataSource,
                ACCOUNTS + (seen.isEmpty() ? "" : " and " + seen) + " order by a.currency <> c.currency, a.currency",
                Sql.of(clock.instant(), customerId),
                CustomerAccounts::standing);
        if (standing.isEmpty()) {
            throw CustomerGate.absent(customerId);
        }
        return new AccountSummary(
                customerId,
                standing.get(0).today(),
                standing.stream().flatMap(each -> each.account().stream()).toList(),
                standing.get(0)
                        .payment()
                        .flatMap(id -> payments.find(List.of(id)).stream().findFirst()));
    }

    /**
     * How customers in a list stand today, by id: by currency, that of the account first (S4-48, S4-68). Whoever owes nothing and has
     * nothing, or is not seen by the caller, is left out. One statement, however many.
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Map<Long, List<ListBalance>> inList(List<Long> customerIds) {
        Map<Long, List<ListBalance>> balances = new HashMap<>();
        Sql.many(
                dataSource,
                LISTED,
                Sql.of(clock.instant(), scope.visible(customerIds).toArray(Long[]::new)),
                row -> balances.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new ListBalance(
                                row.getString(2),
                                Amounts.scaled(row.getBigDecimal(3), row.getString(2)),
                                Amounts.scaled(row.getBigDecimal(4), row.getString(2)),
                                buckets(row, 5, row.getString(2)))));
        return balances;
    }

    /**
     * The last payment of customers in a list, by id; whoever has none that stands, or is not seen by the caller, is left out. One statement,
     * however many.
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Map<Long, ListPayment> lastPayments(List<Long> customerIds) {
        Map<Long, ListPayment> last = new HashMap<>();
        Sql.many(
                dataSource,
                LAST_LISTED,
                Sql.of((Object) scope.visible(customerIds).toArray(Long[]::new)),
                row -> last.put(
                        row.getLong(1),
                        new ListPayment(
                                row.getObject(2, LocalDate.class),
                                Amounts.scaled(row.getBigDecimal(3), row.getString(4)),
                                row.getString(4))));
        return last;
    }

    /**
     * What a customer owes, and what is held for them: the {@value #MOST} items that are due longest, these first.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_RECEIVABLE)
    public List<OpenItem> open(long customerId) {
        gate.name(customerId);
        return ledger.open(customerId, MOST);
    }

    /**
     * An item, be something left of it or not; empty when the caller does not see its customer.
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<OpenItem> item(long itemId) {
        return ledger.item(itemId).filter(item -> gate.find(item.customerId()).isPresent());
    }

    /**
     * What changed the balance of a customer, the latest first. The running balance counts all transactions, whatever is shown.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<TransactionView> transactions(long customerId, TransactionQuery query, PageRequest page) {
        gate.name(customerId);
        String list = "transactions|" + customerId + "|" + query;
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        String[] kinds = query.kinds().stream().map(ItemKind::name).toArray(String[]::new);
        List<TransactionView> found = Sql.many(
                dataSource,
                TRANSACTIONS,
                Sql.of(
                        customerId,
                        after.map(values -> LocalDate.parse(values.get(0))).orElse(END),
                        after.map(values -> Long.parseLong(values.get(1))).orElse(Long.MAX_VALUE),
                        kinds,
                        kinds,
                        query.refunds(),
                        query.from().orElse(START),
                        query.to().orElse(END),
                        page.limit() + 1),
                CustomerAccounts::transaction);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        TransactionView last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, last.date().toString(), Long.toString(last.id()))));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String currency = row.getString(3);
        long payment = row.getLong(2);
        return new Standing(
                row.getObject(1, LocalDate.class),
                payment == 0 ? Optional.empty() : Optional.of(payment),
                currency == null ? Optional.empty() : Optional.of(account(row, currency)));
    }

    private static AccountView account(ResultSet row, String currency) throws SQLException {
        BigDecimal owed = Amounts.scaled(row.getBigDecimal(4), currency);
        BigDecimal unapplied = Amounts.scaled(row.getBigDecimal(6), currency);
        return new AccountView(
                currency,
                owed,
                Amounts.scaled(row.getBigDecimal(5), currency),
                unapplied,
                owed.subtract(unapplied),
                row.getLong(7),
                buckets(row, 8, currency));
    }

    private static AgingBuckets buckets(ResultSet row, int first, String currency) throws SQLException {
        return new AgingBuckets(
                Amounts.scaled(row.getBigDecimal(first), currency),
                Amounts.scaled(row.getBigDecimal(first + 1), currency),
                Amounts.scaled(row.getBigDecimal(first + 2), currency),
                Amounts.scaled(row.getBigDecimal(first + 3), currency),
                Amounts.scaled(row.getBigDecimal(first + 4), currency));
    }

    private static TransactionView transaction(ResultSet row) throws SQLException {
        String currency = row.getString(9);
        return new TransactionView(
                row.getLong(1),
                PostingKind.valueOf(row.getString(2)),
                row.getLong(3),
                ItemKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                Sql.instant(row, 7),
                row.getString(8),
                currency,
                Amounts.scaled(row.getBigDecimal(10), currency),
                Amounts.scaled(row.getBigDecimal(11), currency),
                Amounts.scaled(row.getBigDecimal(12), currency));
    }
}
