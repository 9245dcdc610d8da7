package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.Holding.Held;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;

/** Brings in what customers owed, or had in hand, when they came from another system. */
@Stateless
public class OpeningBalances {

    @Inject
    CreditRepository repository;

    @Inject
    Debtors debtors;

    @Inject
    LedgerWriter ledger;

    @Inject
    Holding holding;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Posts an opening balance. It stays open until something is applied.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is against a rule
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public CreditView post(OpeningBalanceDraft draft) {
        Debtor debtor = debtors.lock(draft.customerId());
        LocalDate date = draft.date().orElseGet(() -> debtor.today(clock));
        LocalDate due = draft.dueDate().orElse(date);
        FieldCheck fields = new FieldCheck();
        String currency = Amounts.currency(fields, draft.currency().isEmpty() ? debtor.currency() : draft.currency());
        BigDecimal amount = Amounts.positive(fields, "amount", draft.amount().map(BigDecimal::abs), currency);
        if (due.isBefore(date)) {
            fields.refuse("dueDate", "BEFORE_DATE", "Choose a due date on or after the date.");
        }
        String number = fields.line("number", draft.number(), 60);
        String description = fields.lines("description", draft.description(), 1_000);
        InvoiceRules.refuse(fields);
        debtors.requireOpenPeriod(debtor, date, "date");
        boolean owed = draft.amount().orElseThrow().signum() > 0;
        OpenItem item = new OpenItem(
                ledger.newId(),
                debtor.id(),
                debtor.entityId(),
                ItemKind.OPENING_BALANCE,
                owed,
                draft.component().orElse(ItemComponent.PRINCIPAL),
                number,
                currency,
                amount,
                amount,
                date,
                due,
                false,
                false);
        ledger.open(PostingKind.OPENING_BALANCE, item, Map.of(Account.OPENING, owed ? amount.negate() : amount));
        repository.add(
                item.id(), description, clock.instant(), CallerContext.current().login());
        happened.fire(LedgerEvents.of(item, "created", Map.of("amount", Amounts.text(amount, currency))));
        return find(item.id()).orElseThrow(Debtors::changedMeanwhile);
    }

    /**
     * Voids an opening balance. What was applied to it or from it is taken back.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is void or refunded; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public CreditView voidIt(long id, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        Held held = holding.hold(id, Set.of(ItemKind.OPENING_BALANCE), "opening balance");
        BigDecimal amount = held.item().amount();
        holding.voidIt(
                held,
                PostingKind.OPENING_BALANCE_VOIDED,
                effective,
                why,
                Map.of(Account.OPENING, held.item().owed() ? amount : amount.negate()));
        repository.voided(id, why);
        happened.fire(LedgerEvents.of(held.item(), "voided", Map.of("reason", why)));
        return find(id).orElseThrow(Debtors::changedMeanwhile);
    }

    /** The opening balance with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<CreditView> find(long id) {
        return repository.find(ItemKind.OPENING_BALANCE, List.of(id)).stream().findFirst();
    }

    /** Opening balances, the latest posted first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<CreditView> list(HeldQuery query, PageRequest page) {
        String list = "opening-balances|" + query;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(
                repository.list(ItemKind.OPENING_BALANCE, query, before, page.limit() + 1), page, list, CreditView::id);
    }
}
