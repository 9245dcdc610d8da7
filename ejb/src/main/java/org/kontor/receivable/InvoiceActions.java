package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.Holding.Held;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/** What is done with an issued document: void, write-off and its undoing, dispute. */
@Stateless
public class InvoiceActions {

    private static final String WRITE_OFF = """
            insert into write_off (item_id, posting_id, amount, effective_date, recorded_at, recorded_by, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String STANDING = """
            select id, amount from write_off w
            where item_id = ? and reverses is null and not exists (select 1 from write_off b where b.reverses = w.id)
            order by id
            """;

    private static final String REVERSE = """
            insert into write_off (item_id, posting_id, amount, effective_date, recorded_at, recorded_by, reason, reverses)
            select item_id, ?, amount, ?, ?, ?, ?, id from write_off where id = any(?::bigint[])
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Invoices invoices;

    @Inject
    InvoiceWriter writer;

    @Inject
    Holding holding;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settlement settlement;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Voids an issued document: it was never valid. Money that was applied to an invoice is unapplied again; what a credit memo
     * settled is owed again.
     *
     * @param effective from which day on; empty means today, or the last day on which something moved it if that is later
     * @param reason why; required
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is a draft, void, written off or refunded;
     *     {@link ErrorKind#INVALID} for the day or the reason
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView voidIt(DocumentKind kind, long id, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        Held held = hold(kind, id);
        InvoiceView document = invoices.find(kind, id).orElseThrow(Debtors::changedMeanwhile);
        Map<Account, BigDecimal> against = new EnumMap<>(Account.class);
        Invoices.revenue(held.item(), document.subtotal(), document.tax())
                .forEach((account, amount) -> against.put(account, amount.negate()));
        holding.voidIt(
                held,
                kind == DocumentKind.INVOICE ? PostingKind.INVOICE_VOIDED : PostingKind.CREDIT_MEMO_VOIDED,
                effective,
                why,
                against);
        writer.voided(id, why);
        happened.fire(LedgerEvents.of(held.item(), "voided", Map.of("reason", why)));
        return invoices.find(kind, id).orElseThrow();
    }

    /**
     * Gives up what is left of an invoice, or a part of it.
     *
     * @param amount how much; empty means all that is left
     * @param effective from which day on; empty means today
     * @param reason why; required
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when nothing is left; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView writeOff(long id, Optional<BigDecimal> amount, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        Held held = hold(DocumentKind.INVOICE, id);
        OpenItem item = held.item();
        if (item.voided() || item.open().signum() == 0) {
            throw new AppException(ErrorKind.CONFLICT, "NOTHING_LEFT", "Leave it as it is: nothing of it is owed.");
        }
        LocalDate day = holding.day(held, effective, "effectiveDate");
        FieldCheck fields = new FieldCheck();
        BigDecimal off = Amounts.positive(fields, "amount", amount.or(() -> Optional.of(item.open())), item.currency());
        if (off.compareTo(item.open()) > 0) {
            fields.refuse(
                    "amount",
                    "MORE_THAN_OPEN",
                    "Write off at most " + Amounts.text(item.open(), item.currency()) + ": that is what is left.");
        }
        InvoiceRules.refuse(fields);
        long posting = ledger.move(
                PostingKind.WRITTEN_OFF, id, item, day, Map.of(id, off.negate()), Map.of(Account.BAD_DEBT, off));
        ledger.givenUp(item, Optional.of(day));
        Sql.execute(
                dataSource,
                WRITE_OFF,
                Sql.of(
                        id,
                        posting,
                        off,
                        day,
                        ledger.now(),
                        CallerContext.current().login(),
                        why));
        happened.fire(LedgerEvents.of(
                item, "written-off", Map.of("amount", Amounts.text(off, item.currency()), "reason", why)));
        return invoices.find(DocumentKind.INVOICE, id).orElseThrow();
    }

    /**
     * Takes back whatever was written off of an invoice: it is owed again.
     *
     * @param effective from which day on; empty means today, or the last day on which something moved it if that is later
     * @param reason why; required
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when nothing of it is written off; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView reinstate(long id, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        Held held = hold(DocumentKind.INVOICE, id);
        OpenItem item = held.item();
        Map<Long, BigDecimal> standing = new TreeMap<>();
        Sql.many(dataSource, STANDING, Sql.of(id), row -> standing.put(row.getLong(1), row.getBigDecimal(2)));
        if (standing.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "NOT_WRITTEN_OFF", "Leave it as it is: nothing of it is written off.");
        }
        LocalDate day = holding.day(held, effective, "effectiveDate");
        BigDecimal back = standing.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long posting = ledger.move(
                PostingKind.WRITE_OFF_REVERSED,
                id,
                item,
                day,
                Map.of(id, back),
                Map.of(Account.BAD_DEBT, back.negate()));
        ledger.givenUp(item, Optional.empty());
        Sql.execute(
                dataSource,
                REVERSE,
                Sql.of(
                        posting,
                        day,
                        ledger.now(),
                        CallerContext.current().login(),
                        why,
                        standing.keySet().toArray(Long[]::new)));
        happened.fire(LedgerEvents.of(
                item, "reinstated", Map.of("amount", Amounts.text(back, item.currency()), "reason", why)));
        if (item.open().signum() == 0) {
            settlement.adjust(Set.of(id), why, day);
        }
        return invoices.find(DocumentKind.INVOICE, id).orElseThrow();
    }

    /**
     * Notes that the customer contests an invoice.
     *
     * @param reason what they say; required
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when nothing of it is owed; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView dispute(long id, String reason) {
        String why = Holding.reason(reason);
        Held held = hold(DocumentKind.INVOICE, id);
        if (held.item().open().signum() == 0) {
            throw new AppException(ErrorKind.CONFLICT, "NOTHING_LEFT", "Leave it as it is: nothing of it is owed.");
        }
        writer.dispute(id, true, why);
        happened.fire(LedgerEvents.of(held.item(), "disputed", Map.of("reason", why)));
        return invoices.find(DocumentKind.INVOICE, id).orElseThrow();
    }

    /**
     * Ends a dispute.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is not contested
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView resolve(long id) {
        Held held = hold(DocumentKind.INVOICE, id);
        if (!invoices.find(DocumentKind.INVOICE, id).orElseThrow().disputed()) {
            throw new AppException(ErrorKind.CONFLICT, "NOT_DISPUTED", "Leave it as it is: nobody contests it.");
        }
        writer.dispute(id, false, "");
        happened.fire(LedgerEvents.of(held.item(), "resolved", Map.of()));
        return invoices.find(DocumentKind.INVOICE, id).orElseThrow();
    }

    /** The adjustments of an invoice: when it was settled and had a balance again, the latest first. */
    @Requires(Permission.READ_RECEIVABLE)
    public List<AdjustmentView> adjustments(long id) {
        OpenItem item = holding.find(id, Set.of(ItemKind.INVOICE), "invoice");
        return Sql.many(
                dataSource,
                "select id, amount, effective_date, recorded_at, recorded_by, reason from adjustment where item_id = ?"
                        + " order by id desc",
                Sql.of(id),
                row -> new AdjustmentView(
                        row.getLong(1),
                        id,
                        Amounts.scaled(row.getBigDecimal(2), item.currency()),
                        item.currency(),
                        row.getObject(3, LocalDate.class),
                        Sql.instant(row, 4),
                        row.getString(5),
                        row.getString(6)));
    }

    private Held hold(DocumentKind kind, long id) {
        InvoiceView document = invoices.find(kind, id)
                .orElseThrow(() -> Holding.absent(kind.noun().replace('-', ' '), id));
        if (document.status() == InvoiceStatus.DRAFT) {
            throw new AppException(
                    ErrorKind.CONFLICT, "DRAFT", "Issue it first, or throw it away: it is a draft that nobody owes.");
        }
        return holding.hold(
                id,
                Set.of(kind == DocumentKind.INVOICE ? ItemKind.INVOICE : ItemKind.CREDIT_MEMO),
                kind.noun().replace('-', ' '));
    }
}
