package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.Allocation.Link;
import org.kontor.receivable.ApplicationWriter.Standing;
import org.kontor.receivable.Holding.Held;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.shared.Sql;

/** Records money that went back to customers. */
@Stateless
public class Refunds {

    private static final Set<ItemKind> FROM =
            Set.of(ItemKind.PAYMENT, ItemKind.CREDIT, ItemKind.CREDIT_MEMO, ItemKind.OPENING_BALANCE);

    private static final String INSERT = """
            insert into refund (item_id, posting_id, amount, effective_date, recorded_at, recorded_by, method, reference, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    private static final String SELECT = """
            select r.id, r.item_id, o.customer_id, r.amount, o.currency, r.effective_date, r.recorded_at, r.recorded_by, r.method,
                   r.reference, r.reason
            from refund r join open_item o on o.id = r.item_id join customer c on c.id = o.customer_id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Holding holding;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settlement settlement;

    @Inject
    ApplicationWriter applications;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Records a refund. What is unapplied goes first; beyond that applications are taken back, when the draft says so, and what they
     * settled is owed again.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when the item is void; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public RefundView record(RefundDraft draft) {
        String why = Holding.reason(draft.reason());
        Held held = holding.hold(draft.itemId(), FROM, "payment or credit");
        OpenItem item = held.item();
        Holding.refuseGivenUp(item);
        FieldCheck fields = new FieldCheck();
        BigDecimal amount = Amounts.positive(fields, "amount", draft.amount(), item.currency());
        String reference = fields.line("reference", draft.reference(), 200);
        if (item.owed()) {
            fields.refuse("itemId", "NOT_HELD", "Choose a payment or credit: this is owed by the customer.");
        }
        InvoiceRules.refuse(fields);
        LocalDate day = holding.day(held, draft.effectiveDate(), "effectiveDate");
        Set<Long> reopened = free(held, amount, draft.reopen(), why, day);
        long posting = ledger.move(
                PostingKind.REFUNDED,
                item.id(),
                item,
                day,
                Map.of(item.id(), amount),
                Map.of(Account.CASH, amount.negate()));
        settlement.adjust(reopened, why, day);
        long id = Sql.one(
                        dataSource,
                        INSERT,
                        Sql.of(
                                item.id(),
                                posting,
                                amount,
                                day,
                                ledger.now(),
                                CallerContext.current().login(),
                                draft.method().orElse(PaymentMethod.OTHER).name(),
                                reference,
                                why),
                        row -> row.getLong(1))
                .orElseThrow();
        happened.fire(LedgerEvents.of(
                item, "refunded", Map.of("amount", Amounts.text(amount, item.currency()), "reason", why)));
        return find(id).orElseThrow(Debtors::changedMeanwhile);
    }

    /** Takes back as many applications as it needs; what the last one gives beyond goes back to where it was. */
    private Set<Long> free(Held held, BigDecimal amount, boolean reopen, String why, LocalDate day) {
        OpenItem item = held.item();
        BigDecimal missing = amount.subtract(item.open());
        if (missing.signum() <= 0) {
            return Set.of();
        }
        List<Standing> back = new ArrayList<>();
        for (Standing each : held.standing()) {
            if (missing.signum() > 0) {
                back.add(each);
                missing = missing.subtract(each.amount());
            }
        }
        if (missing.signum() > 0 || !reopen) {
            throw AppException.invalid(
                    "amount",
                    "MORE_THAN_REMAINS",
                    missing.signum() > 0
                            ? "Refund less: it was never that much."
                            : "Refund at most " + Amounts.text(item.open(), item.currency())
                                    + ", which is unapplied, or let what the rest settled be owed again.");
        }
        Set<Long> reopened = settlement.takeBack(item.id(), item, back, ApplicationRule.REFUNDED, why, day);
        if (missing.signum() < 0) {
            long last = back.get(back.size() - 1).debitId();
            applications.apply(
                    item, List.of(new Link(item.id(), last, missing.negate())), ApplicationRule.REFUNDED, day);
        }
        return reopened;
    }

    /** The refund with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<RefundView> find(long id) {
        return Sql.one(dataSource, SELECT + " where r.id = ?" + scoped(), Sql.of(id), Refunds::row);
    }

    /** Refunds, of a customer when one is given, the latest recorded first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<RefundView> list(Optional<Long> customerId, PageRequest page) {
        String list = "refunds|" + customerId;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<RefundView> found = Sql.many(
                dataSource,
                SELECT + " where r.id < ? and (?::bigint is null or o.customer_id = ?)" + scoped()
                        + " order by r.id desc limit ?",
                Sql.of(before, customerId.orElse(null), customerId.orElse(null), page.limit() + 1),
                Refunds::row);
        return Pieces.of(found, page, list, RefundView::id);
    }

    private static String scoped() {
        String scope = CustomerScope.condition();
        return scope.isEmpty() ? "" : " and " + scope;
    }

    private static RefundView row(ResultSet row) throws SQLException {
        String currency = row.getString(5);
        return new RefundView(
                row.getLong(1),
                1,
                Sql.instant(row, 7),
                row.getString(8),
                Sql.instant(row, 7),
                row.getLong(2),
                row.getLong(3),
                Amounts.scaled(row.getBigDecimal(4), currency),
                currency,
                row.getObject(6, LocalDate.class),
                PaymentMethod.valueOf(row.getString(9)),
                row.getString(10),
                row.getString(11));
    }
}
