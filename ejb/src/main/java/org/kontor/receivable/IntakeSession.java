package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.InvoiceRules.Checked;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/**
 * Takes documents in, one after the other, against the ledger as it is under the locks of all customers concerned and as those before
 * leave it. Nothing is written until {@link LedgerIntake#write}. Used by one thread, in one transaction.
 */
public final class IntakeSession {

    private final InvoiceRules rules;
    private final Clock clock;
    private final Map<Long, Debtor> debtors;
    private final Debtor newcomer;
    private final Set<String> taken;
    private final Map<String, List<IntakeItem>> named = new HashMap<>();
    private final List<IntakeItem> brought = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private long lastRef;

    /** Money of one item that settles another one on a day. */
    record Link(IntakeItem credit, IntakeItem debit, BigDecimal amount, LocalDate day) {}

    IntakeSession(
            InvoiceRules rules,
            Clock clock,
            Map<Long, Debtor> debtors,
            Debtor newcomer,
            Set<String> taken,
            List<IntakeItem> there) {
        this.rules = rules;
        this.clock = clock;
        this.debtors = debtors;
        this.newcomer = newcomer;
        this.taken = new HashSet<>(taken);
        there.forEach(this::name);
    }

    /**
     * Takes one in, with all that it says, or nothing of it.
     *
     * @return what is against a rule, by the names of {@link IntakeDraft}; empty when it was taken in
     */
    public List<FieldError> add(IntakeDraft draft) {
        try {
            Debtor debtor = debtors.getOrDefault(draft.customerId(), newcomer);
            FieldCheck fields = new FieldCheck();
            LocalDate today = debtor.today(clock);
            if (draft.date().isEmpty()) {
                fields.refuse("date", "REQUIRED", "Say the date: the ledger knows what was owed on each day.");
            } else if (draft.date().get().isAfter(today) && draft.kind() == ItemKind.PAYMENT) {
                fields.refuse("date", "IN_FUTURE", "Leave it out until the money is there.");
            }
            draft.date().ifPresent(date -> requireOpenPeriod(fields, debtor, date, "date"));
            InvoiceRules.refuse(fields);
            switch (draft.kind()) {
                case INVOICE, CREDIT_MEMO -> document(draft, debtor, today);
                case PAYMENT, OPENING_BALANCE -> balance(draft, debtor);
                case CREDIT -> throw new IllegalArgumentException("Credits do not come from elsewhere");
            }
            return List.of();
        } catch (AppException e) {
            return e.errors().isEmpty()
                    ? List.of(new FieldError("", e.code(), String.valueOf(e.getMessage())))
                    : e.errors();
        }
    }

    private void document(IntakeDraft draft, Debtor debtor, LocalDate today) {
        FieldCheck fields = new FieldCheck();
        boolean invoice = draft.kind() == ItemKind.INVOICE;
        DocumentKind kind = invoice ? DocumentKind.INVOICE : DocumentKind.CREDIT_MEMO;
        String number = draft.number().strip();
        if (number.isEmpty()) {
            fields.refuse("number", "REQUIRED", "Give the number that the document has: it keeps it.");
        } else if (taken.contains(debtor.entityId() + kind.name() + number)) {
            fields.refuse(
                    "number",
                    "NUMBER_TAKEN",
                    "Leave it out, or give it another number: a document has this one already. Lines of one document stand one"
                            + " below the other.");
        }
        if (draft.lines().isEmpty() && draft.amount().isEmpty()) {
            fields.refuse("amount", "REQUIRED", "Enter the amount, or lines with quantity and price.");
        }
        InvoiceRules.refuse(fields);
        Checked checked = rules.check(kind, filled(draft, kind), debtor, today, true, Optional.of(Map.of()));
        BigDecimal total = checked.total().gross();
        if (draft.amount().isPresent() && total.compareTo(draft.amount().get()) != 0) {
            throw AppException.invalid(
                    "amount",
                    "TOTAL_DIFFERS",
                    "Correct the amount or the lines: the lines come to "
                            + Amounts.text(total, checked.draft().currency()) + ".");
        }
        IntakeItem item = new IntakeItem(
                new OpenItem(
                        nextRef(),
                        draft.customerId(),
                        debtor.entityId(),
                        draft.kind(),
                        invoice,
                        ItemComponent.PRINCIPAL,
                        checked.draft().number(),
                        checked.draft().currency(),
                        total,
                        total,
                        checked.draft().issueDate().orElseThrow(),
                        checked.draft().dueDate().orElseThrow(),
                        draft.voided(),
                        false),
                Optional.of(checked),
                draft);
        List<Link> settled = invoice ? List.of() : settles(item);
        Optional<IntakeItem> payment = invoice ? paid(draft, item, debtor, today) : Optional.empty();
        taken.add(debtor.entityId() + kind.name() + number);
        keep(item, settled);
        payment.ifPresent(money -> {
            LocalDate day =
                    Settlement.later(money.item().issueDate(), item.item().issueDate());
            keep(money, List.of(new Link(money, item, money.item().amount(), day)));
        });
    }

    private static InvoiceDraft filled(IntakeDraft draft, DocumentKind kind) {
        List<InvoiceLineDraft> lines = draft.lines().isEmpty()
                ? List.of(new InvoiceLineDraft(
                        "",
                        (kind == DocumentKind.INVOICE ? "Invoice " : "Credit memo ") + draft.number(),
                        Optional.empty(),
                        draft.amount(),
                        Optional.empty(),
                        "",
                        Optional.of(BigDecimal.ZERO)))
                : draft.lines();
        return new InvoiceDraft(
                draft.customerId(),
                Optional.of(InvoiceStatus.OPEN),
                draft.number(),
                draft.currency(),
                draft.date(),
                draft.dueDate(),
                "",
                "",
                "",
                draft.reference(),
                Optional.empty(),
                Optional.of(false),
                lines,
                draft.customFields());
    }

    /** The money that an invoice was paid with as far as it is not open any more. */
    private Optional<IntakeItem> paid(IntakeDraft draft, IntakeItem invoice, Debtor debtor, LocalDate today) {
        OpenItem item = invoice.item();
        BigDecimal open = draft.open().orElse(draft.settledOn().isPresent() ? BigDecimal.ZERO : item.amount());
        FieldCheck fields = new FieldCheck();
        if (draft.voided()) {
            return Optional.empty();
        }
        if (open.signum() < 0 || open.compareTo(item.amount()) > 0) {
            fields.refuse(
                    "open",
                    "OPEN_OUT_OF_RANGE",
                    "Enter what is still owed, from zero to " + Amounts.text(item.amount(), item.currency()) + ".");
        }
        LocalDate day = draft.settledOn().orElse(item.dueDate().isAfter(today) ? today : item.dueDate());
        if (day.isAfter(today)) {
            fields.refuse("settledOn", "IN_FUTURE", "Leave it empty until the money is there.");
        }
        BigDecimal paid = item.amount().subtract(open);
        if (paid.signum() > 0) {
            requireOpenPeriod(fields, debtor, day, "settledOn");
        }
        BigDecimal amount = paid.signum() > 0
                ? Amounts.positive(fields, "open", Optional.of(paid), item.currency())
                : BigDecimal.ZERO;
        InvoiceRules.refuse(fields);
        return amount.signum() == 0
                ? Optional.empty()
                : Optional.of(money(draft, item, ItemKind.PAYMENT, amount, false, day, day, item.number()));
    }

    private void balance(IntakeDraft draft, Debtor debtor) {
        FieldCheck fields = new FieldCheck();
        String currency = Amounts.currency(fields, draft.currency().isEmpty() ? debtor.currency() : draft.currency());
        boolean payment = draft.kind() == ItemKind.PAYMENT;
        BigDecimal amount = Amounts.positive(
                fields, "amount", payment ? draft.amount() : draft.amount().map(BigDecimal::abs), currency);
        LocalDate date = draft.date().orElseThrow();
        LocalDate due = payment ? date : draft.dueDate().orElse(date);
        if (due.isBefore(date)) {
            fields.refuse("dueDate", "BEFORE_DATE", "Choose a due date on or after the date.");
        }
        fields.line("number", draft.number(), 60);
        fields.line("reference", draft.reference(), 200);
        Map<String, JsonValue> values = custom(fields, draft);
        InvoiceRules.refuse(fields);
        boolean owed = !payment && draft.amount().orElseThrow().signum() > 0;
        String number = payment && !draft.reference().isEmpty() ? draft.reference() : draft.number();
        OpenItem like = new OpenItem(
                0,
                draft.customerId(),
                debtor.entityId(),
                draft.kind(),
                owed,
                ItemComponent.PRINCIPAL,
                number,
                currency,
                amount,
                amount,
                date,
                due,
                draft.voided(),
                false);
        IntakeItem item = money(draft, like, draft.kind(), amount, owed, date, due, number.strip());
        item.values(values);
        keep(item, owed ? List.of() : settles(item));
    }

    /** What a payment says by custom fields; of an opening balance there are none. A required one may be lacking, as in any import. */
    private Map<String, JsonValue> custom(FieldCheck fields, IntakeDraft draft) {
        if (draft.customFields().isEmpty()) {
            return Map.of();
        }
        if (draft.kind() == ItemKind.PAYMENT) {
            return rules.custom(fields, CustomFieldOwner.PAYMENT, draft.customFields(), Optional.of(Map.of()));
        }
        List<FieldError> errors = new ArrayList<>();
        CustomFieldValues.check(List.of(), draft.customFields(), Map.of(), errors);
        errors.forEach(error -> fields.refuse(error.field(), error.code(), error.message()));
        return Map.of();
    }

    private IntakeItem money(
            IntakeDraft draft,
            OpenItem like,
            ItemKind kind,
            BigDecimal amount,
            boolean owed,
            LocalDate date,
            LocalDate due,
            String number) {
        return new IntakeItem(
                new OpenItem(
                        nextRef(),
                        like.customerId(),
                        like.entityId(),
                        kind,
                        owed,
                        ItemComponent.PRINCIPAL,
                        number,
                        like.currency(),
                        amount,
                        amount,
                        date,
                        due,
                        kind == like.kind() && like.voided(),
                        false),
                Optional.empty(),
                draft);
    }

    /** What an item settles by the numbers that it names; refuses what is not there or goes beyond what is left. */
    private List<Link> settles(IntakeItem credit) {
        List<Link> made = new ArrayList<>();
        BigDecimal left = credit.item().amount();
        FieldCheck fields = new FieldCheck();
        for (IntakeDraft.Settles each : credit.draft().voided()
                ? List.<IntakeDraft.Settles>of()
                : credit.draft().settles()) {
            List<IntakeItem> found = named.getOrDefault(each.number().strip(), List.of()).stream()
                    .filter(item -> inReach(credit.item(), item.item()))
                    .toList();
            if (found.size() != 1) {
                fields.refuse(
                        "settles",
                        found.isEmpty() ? "INVOICE_UNKNOWN" : "INVOICE_AMBIGUOUS",
                        found.isEmpty()
                                ? "Import the invoice first: this customer, or another of the account tree, owes none with the"
                                        + " number " + each.number() + " in "
                                        + credit.item().currency() + "."
                                : "Leave the number out and apply it by hand: more than one invoice has it.");
                continue;
            }
            IntakeItem debit = found.get(0);
            LocalDate day =
                    Settlement.later(credit.item().issueDate(), debit.item().issueDate());
            BigDecimal open = debit.capacity(day).subtract(planned(made, debit)).max(BigDecimal.ZERO);
            BigDecimal amount = each.amount().orElse(open.min(left));
            if (amount.signum() <= 0 || amount.compareTo(open) > 0 || amount.compareTo(left) > 0) {
                fields.refuse(
                        "settles",
                        "MORE_THAN_OPEN",
                        "Correct the amount: "
                                + Amounts.text(open, credit.item().currency()) + " is left of " + each.number()
                                + " on " + day + ", and "
                                + Amounts.text(left, credit.item().currency())
                                + " of the money.");
                continue;
            }
            left = left.subtract(amount);
            made.add(new Link(credit, debit, amount, day));
        }
        InvoiceRules.refuse(fields);
        return made;
    }

    private static BigDecimal planned(List<Link> links, IntakeItem debit) {
        return links.stream()
                .filter(link -> link.debit() == debit)
                .map(Link::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean inReach(OpenItem credit, OpenItem debit) {
        return debit.owed()
                && !debit.voided()
                && debit.currency().equals(credit.currency())
                && debit.entityId() == credit.entityId()
                && (debit.customerId() == credit.customerId()
                        || tree(debit.customerId())
                                .flatMap(one -> tree(credit.customerId()).filter(one::equals))
                                .isPresent());
    }

    private Optional<Long> tree(long customerId) {
        return Optional.ofNullable(debtors.get(customerId)).map(Debtor::treeId);
    }

    private void keep(IntakeItem item, List<Link> settled) {
        brought.add(item);
        if (item.item().owed()) {
            name(item);
        }
        if (item.item().voided()) {
            item.take(item.item().issueDate(), item.item().amount());
        }
        for (Link link : settled) {
            link.credit().take(link.day(), link.amount());
            link.debit().take(link.day(), link.amount());
            links.add(link);
        }
    }

    /** Less than zero: what stands for an item until it is written. */
    private long nextRef() {
        return --lastRef;
    }

    private void name(IntakeItem item) {
        if (!item.item().number().isEmpty()) {
            named.computeIfAbsent(item.item().number(), number -> new ArrayList<>(1))
                    .add(item);
        }
    }

    private static void requireOpenPeriod(FieldCheck fields, Debtor debtor, LocalDate day, String field) {
        if (debtor.lockedThrough().isPresent()
                && !day.isAfter(debtor.lockedThrough().get())
                && !CallerContext.current().may(Permission.POST_LOCKED_PERIOD.wireName())) {
            fields.refuse(
                    field,
                    "PERIOD_LOCKED",
                    "Bring it in as an opening balance after "
                            + debtor.lockedThrough().get() + ", or ask somebody who may post in a locked period.");
        }
    }

    /** What was taken in, in order. */
    List<IntakeItem> brought() {
        return brought;
    }

    /** Money that settles something, in order. */
    List<Link> links() {
        return links;
    }
}
