package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.InvoiceRules.Checked;
import org.kontor.shared.Sql;

/** Writes what a session took in: one COPY a table, however many documents there are. */
@ApplicationScoped
class IntakeWriter {

    /** Why a document is void that came in as such. */
    static final String VOIDED_THERE = "It was void when it was imported.";

    /** Why an invoice is contested that came in as such. */
    static final String DISPUTED_THERE = "It was contested when it was imported.";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /**
     * What was written.
     *
     * @param postings ids of the postings
     * @param items the items as they are in the end, by what stood for them
     */
    record Written(List<Long> postings, Map<Long, OpenItem> items) {}

    /** Writes all of it; the customers are locked. */
    Written write(IntakeSession session, LongUnaryOperator idOf, Map<Long, Debtor> locked, boolean numbersAreUnique) {
        List<IntakeItem> brought = session.brought();
        Map<Long, OpenItem> items = new HashMap<>();
        List<Long> ids = ids("nextval('ledger_id')", brought.size());
        for (int i = 0; i < brought.size(); i++) {
            IntakeItem each = brought.get(i);
            items.put(
                    each.item().id(),
                    written(each, ids.get(i), idOf.applyAsLong(each.item().customerId())));
        }
        int voided = (int) brought.stream().filter(each -> each.item().voided()).count();
        List<Long> postings = ids(
                "nextval(pg_get_serial_sequence('posting', 'id'))",
                brought.size() + voided + session.links().size());
        int next = 0;
        IntakeTables tables =
                new IntakeTables(clock.instant(), CallerContext.current().login());
        for (IntakeItem each : brought) {
            OpenItem item = Objects.requireNonNull(items.get(each.item().id()));
            each.document()
                    .ifPresent(checked -> tables.document(
                            item,
                            checked,
                            each.draft(),
                            Objects.requireNonNull(locked.get(item.customerId())),
                            numbersAreUnique));
            tables.item(item);
            if (item.kind() == ItemKind.PAYMENT) {
                tables.payment(item, each.values());
            } else if (item.kind() == ItemKind.OPENING_BALANCE) {
                tables.balance(item, each.draft().reference());
            }
            tables.posting(postings.get(next++), opens(item), item, false, against(item, each));
            if (item.voided()) {
                tables.posting(postings.get(next++), voids(item), item, true, against(item, each));
            }
        }
        for (IntakeSession.Link link : session.links()) {
            OpenItem debit =
                    items.getOrDefault(link.debit().item().id(), link.debit().item());
            OpenItem credit =
                    Objects.requireNonNull(items.get(link.credit().item().id()));
            tables.application(postings.get(next++), credit, debit, link.amount(), link.day());
            if (!link.debit().brought()) {
                tables.left(debit.id(), link.debit().open());
            }
        }
        tables.write(dataSource);
        return new Written(postings, items);
    }

    private List<Long> ids(String next, int count) {
        return Sql.many(
                dataSource, "select " + next + " from generate_series(1, ?)", Sql.of(count), row -> row.getLong(1));
    }

    private static OpenItem written(IntakeItem each, long id, long customerId) {
        OpenItem item = each.item();
        return new OpenItem(
                id,
                customerId,
                item.entityId(),
                item.kind(),
                item.owed(),
                item.component(),
                item.number(),
                item.currency(),
                item.amount(),
                each.open(),
                item.issueDate(),
                item.dueDate(),
                item.voided(),
                item.writtenOff());
    }

    private static Map<Account, BigDecimal> against(OpenItem item, IntakeItem each) {
        if (each.document().isPresent()) {
            Checked checked = each.document().get();
            return Invoices.revenue(item, checked.total().net(), checked.total().tax());
        }
        Account account = item.kind() == ItemKind.PAYMENT ? Account.CASH : Account.OPENING;
        return Map.of(account, item.owed() ? item.amount().negate() : item.amount());
    }

    private static PostingKind opens(OpenItem item) {
        return switch (item.kind()) {
            case INVOICE -> PostingKind.INVOICE_ISSUED;
            case CREDIT_MEMO -> PostingKind.CREDIT_MEMO_ISSUED;
            case PAYMENT -> PostingKind.PAYMENT_RECORDED;
            case CREDIT -> PostingKind.CREDIT_ADDED;
            case OPENING_BALANCE -> PostingKind.OPENING_BALANCE;
        };
    }

    private static PostingKind voids(OpenItem item) {
        return switch (item.kind()) {
            case INVOICE -> PostingKind.INVOICE_VOIDED;
            case CREDIT_MEMO -> PostingKind.CREDIT_MEMO_VOIDED;
            case PAYMENT -> PostingKind.PAYMENT_VOIDED;
            case CREDIT -> PostingKind.CREDIT_VOIDED;
            case OPENING_BALANCE -> PostingKind.OPENING_BALANCE_VOIDED;
        };
    }
}
