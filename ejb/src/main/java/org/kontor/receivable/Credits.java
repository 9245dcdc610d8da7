package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.Allocation.Link;
import org.kontor.receivable.Holding.Held;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.shared.Rehearsal;

/** Adds credits, which lower what a customer owes, voids and lists them (S4-69 to S4-74). */
@Stateless
public class Credits {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CreditRepository repository;

    @Inject
    ApplicationRepository applications;

    @Inject
    Debtors debtors;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settlement settlement;

    @Inject
    NamedLines named;

    @Inject
    Holding holding;

    @Inject
    CurrentSettings settings;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Adds a credit. It lowers what the customer owes in all; invoices fall by what the policy applies.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is against a rule
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public CreditView add(CreditDraft draft) {
        List<AllocationLine> lines = draft.invoiceId().stream()
                .map(id -> new AllocationLine(id, Optional.empty()))
                .toList();
        Set<Long> concerned = new TreeSet<>(named.customers(lines));
        concerned.add(draft.customerId());
        Map<Long, Debtor> locked = debtors.lock(concerned);
        Debtor debtor = Optional.ofNullable(locked.get(draft.customerId())).orElseThrow();
        LocalDate today = debtor.today(clock);
        LocalDate date = draft.date().orElse(today);
        OpenItem item = check(draft, debtor, date, today);
        debtors.requireOpenPeriod(debtor, date, "date");
        CreditPolicy policy = draft.policy()
                .orElseGet(() -> lines.isEmpty()
                        ? CreditPolicy.valueOf(settings.text(CompanySetting.CREDIT_POLICY))
                        : CreditPolicy.CHOSEN);
        ledger.open(PostingKind.CREDIT_ADDED, item, Map.of(Account.CREDITS_GRANTED, item.amount()));
        repository.add(
                item.id(),
                new FieldCheck().lines("description", draft.description(), 1_000),
                clock.instant(),
                CallerContext.current().login());
        happened.fire(LedgerEvents.of(item, "created", Map.of("amount", Amounts.text(item.amount(), item.currency()))));
        if (policy == CreditPolicy.CHOSEN) {
            List<Link> links = named.read(item, debtor, locked, lines, "invoiceId", date);
            settlement.named(item, links, named.items(links), ApplicationRule.CHOSEN, date);
        } else if (policy == CreditPolicy.OLDEST_DUE_FIRST) {
            settlement.spread(
                    item, Set.of(debtor.id()), Allocation.BY_DUE_DATE, ApplicationRule.CREDIT_POLICY, date, today);
        }
        return read(item.id());
    }

    /**
     * What {@link #add} would apply; nothing is changed.
     *
     * @throws AppException as {@link #add}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public AppliedView preview(CreditDraft draft) {
        return Rehearsal.of(dataSource, () -> {
            long id = add(draft).id();
            return AppliedView.of(ledger.item(id).orElseThrow(), applications.made(id));
        });
    }

    private OpenItem check(CreditDraft draft, Debtor debtor, LocalDate date, LocalDate today) {
        FieldCheck fields = new FieldCheck();
        String currency = debtor.currency();
        if (!draft.currency().isEmpty() && !draft.currency().equals(currency)) {
            fields.refuse(
                    "currency", "CURRENCY_NOT_OF_ACCOUNT", "Give the credit in " + currency + ", as the account is.");
        }
        BigDecimal amount = Amounts.positive(fields, "amount", draft.amount(), currency);
        fields.lines("description", draft.description(), 1_000);
        if (date.isAfter(today)) {
            fields.refuse("date", "IN_FUTURE", "Choose today or a day before.");
        }
        if (draft.policy().filter(policy -> policy != CreditPolicy.CHOSEN).isPresent()
                && draft.invoiceId().isPresent()) {
            fields.refuse("invoiceId", "NOT_EXPECTED", "Leave the invoice out, or choose CHOSEN as policy.");
        }
        InvoiceRules.refuse(fields);
        return new OpenItem(
                ledger.newId(),
                debtor.id(),
                debtor.entityId(),
                ItemKind.CREDIT,
                false,
                ItemComponent.PRINCIPAL,
                "",
                currency,
                amount,
                amount,
                date,
                date,
                false,
                false);
    }

    /**
     * Voids a credit that should not have been given. What it settled is owed again.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is void or refunded; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public CreditView voidIt(long id, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        Held held = holding.hold(id, Set.of(ItemKind.CREDIT), "credit");
        holding.voidIt(
                held,
                PostingKind.CREDIT_VOIDED,
                effective,
                why,
                Map.of(Account.CREDITS_GRANTED, held.item().amount().negate()));
        repository.voided(id, why);
        happened.fire(LedgerEvents.of(held.item(), "voided", Map.of("reason", why)));
        return read(id);
    }

    /** The credit with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<CreditView> find(long id) {
        return repository.find(ItemKind.CREDIT, List.of(id)).stream().findFirst();
    }

    /** Credits by their ids, as far as the caller sees them. */
    @Requires(Permission.READ_RECEIVABLE)
    public List<CreditView> findAll(Collection<Long> ids) {
        return repository.find(ItemKind.CREDIT, ids);
    }

    /** Credits, the latest added first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<CreditView> list(HeldQuery query, PageRequest page) {
        String list = "credits|" + query;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(repository.list(ItemKind.CREDIT, query, before, page.limit() + 1), page, list, CreditView::id);
    }

    private CreditView read(long id) {
        return find(id).orElseThrow(Debtors::changedMeanwhile);
    }
}
