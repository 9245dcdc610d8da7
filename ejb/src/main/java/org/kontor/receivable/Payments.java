package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
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
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomValues;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;
import org.kontor.shared.Rehearsal;

/** Records payments that arrived, applies them, voids and lists them. */
@Stateless
public class Payments {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    PaymentRepository repository;

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
    InvoiceRules rules;

    @Inject
    CustomValues custom;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Records a payment and applies it. What is left stays unapplied.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is against a rule
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentView record(PaymentDraft draft) {
        return record(draft, Optional.empty());
    }

    /**
     * As {@link #record}, of a file that knows nothing of custom fields: those that are required may be missing.
     *
     * @throws AppException as {@link #record}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentView take(PaymentDraft draft) {
        return record(draft, Optional.of(Map.of()));
    }

    private PaymentView record(PaymentDraft draft, Optional<Map<String, JsonValue>> had) {
        Set<Long> concerned = new TreeSet<>(named.customers(draft.lines()));
        concerned.add(draft.customerId());
        Map<Long, Debtor> locked = debtors.lock(concerned);
        Debtor payer = Optional.ofNullable(locked.get(draft.customerId())).orElseThrow();
        LocalDate today = payer.today(clock);
        LocalDate received = draft.receivedOn().orElse(today);
        FieldCheck fields = new FieldCheck();
        Map<String, JsonValue> values = rules.custom(fields, CustomFieldOwner.PAYMENT, draft.customFields(), had);
        OpenItem item = check(fields, draft, payer, received, today);
        debtors.requireOpenPeriod(payer, received, "receivedOn");
        AllocationPolicy policy =
                draft.allocation().orElse(draft.lines().isEmpty() ? payer.allocation() : AllocationPolicy.MANUAL);
        if (!policy.named() && !draft.lines().isEmpty()) {
            throw AppException.invalid(
                    "lines", "NOT_EXPECTED", "Leave the lines out, or choose MANUAL or INSTRUCTION as allocation.");
        }
        ledger.open(PostingKind.PAYMENT_RECORDED, item, Map.of(Account.CASH, item.amount()));
        repository.add(
                item.id(),
                draft.source().orElse(PaymentSource.RECORDED_MANUALLY),
                draft.method().orElse(PaymentMethod.OTHER),
                item.number(),
                new FieldCheck().lines("note", draft.note(), 1_000),
                clock.instant(),
                CallerContext.current().login());
        custom.write(CustomFieldOwner.PAYMENT, item.id(), values);
        happened.fire(LedgerEvents.of(item, "created", Map.of("amount", Amounts.text(item.amount(), item.currency()))));
        if (policy.named()) {
            List<Link> links = named.read(item, payer, locked, draft.lines(), "lines", received);
            settlement.named(item, links, named.items(links), policy.rule(), received);
        } else {
            policy.order()
                    .ifPresent(order ->
                            settlement.spread(item, Set.of(payer.id()), order, policy.rule(), received, today));
        }
        return read(item.id());
    }

    /**
     * What {@link #record} would apply; nothing is changed.
     *
     * @throws AppException as {@link #record}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public AppliedView preview(PaymentDraft draft) {
        return Rehearsal.of(dataSource, () -> {
            long id = take(draft).id();
            return AppliedView.of(ledger.item(id).orElseThrow(), applications.made(id));
        });
    }

    private OpenItem check(FieldCheck fields, PaymentDraft draft, Debtor payer, LocalDate received, LocalDate today) {
        String currency = Amounts.currency(fields, draft.currency().isEmpty() ? payer.currency() : draft.currency());
        BigDecimal amount = Amounts.positive(fields, "amount", draft.amount(), currency);
        String reference = fields.line("reference", draft.reference(), 200);
        fields.lines("note", draft.note(), 1_000);
        if (received.isAfter(today)) {
            fields.refuse("receivedOn", "IN_FUTURE", "Choose today or a day before: record money when it is there.");
        }
        InvoiceRules.refuse(fields);
        return new OpenItem(
                ledger.newId(),
                payer.id(),
                payer.entityId(),
                ItemKind.PAYMENT,
                false,
                ItemComponent.PRINCIPAL,
                reference,
                currency,
                amount,
                amount,
                received,
                received,
                false,
                false);
    }

    /**
     * Voids a payment that did not arrive after all. What it settled is owed again.
     *
     * @param effective from which day on; empty means today, or the last day on which something moved it if that is later
     * @param reason why; required
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is void or refunded; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentView voidIt(long id, Optional<LocalDate> effective, String reason) {
        String why = Holding.reason(reason);
        Held held = holding.hold(id, Set.of(ItemKind.PAYMENT), "payment");
        holding.voidIt(
                held,
                PostingKind.PAYMENT_VOIDED,
                effective,
                why,
                Map.of(Account.CASH, held.item().amount().negate()));
        repository.voided(id, why);
        happened.fire(LedgerEvents.of(held.item(), "voided", Map.of("reason", why)));
        return read(id);
    }

    /**
     * Replaces the custom fields of a payment.
     *
     * @param expectedVersion the version that the caller saw
     * @param given key to value; one that is left out has none
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PaymentView note(long id, long expectedVersion, Map<String, Optional<JsonValue>> given) {
        OpenItem item = holding.hold(id, Set.of(ItemKind.PAYMENT), "payment").item();
        PaymentView before = read(id);
        if (before.version() != expectedVersion) {
            throw AppException.stale();
        }
        FieldCheck fields = new FieldCheck();
        Map<String, JsonValue> values =
                rules.custom(fields, CustomFieldOwner.PAYMENT, given, Optional.of(before.customFields()));
        InvoiceRules.refuse(fields);
        Map<String, DomainEvent.Change> changes = CustomFieldValues.changes(before.customFields(), values);
        if (!changes.isEmpty()) {
            custom.write(CustomFieldOwner.PAYMENT, id, values);
            repository.noted(id);
            happened.fire(LedgerEvents.updated(item, changes));
        }
        return read(id);
    }

    /** The payment with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<PaymentView> find(long id) {
        return repository.find(List.of(id)).stream().findFirst();
    }

    /** Payments by their ids, as far as the caller sees them. */
    @Requires(Permission.READ_RECEIVABLE)
    public List<PaymentView> findAll(Collection<Long> ids) {
        return repository.find(ids);
    }

    /** Payments, the latest recorded first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<PaymentView> list(HeldQuery query, PageRequest page) {
        String list = "payments|" + query;
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(repository.list(query, before, page.limit() + 1), page, list, PaymentView::id);
    }

    private PaymentView read(long id) {
        return find(id).orElseThrow(Debtors::changedMeanwhile);
    }
}
