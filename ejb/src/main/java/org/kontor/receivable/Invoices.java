package org.kontor.receivable;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.FieldCheck;
import org.kontor.receivable.InvoiceRules.Checked;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomValues;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Makes, changes, issues and lists invoices and credit memos. */
@Stateless
public class Invoices {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    @Inject
    InvoiceRepository repository;

    @Inject
    InvoiceWriter writer;

    @Inject
    InvoiceRules rules;

    @Inject
    InvoiceTemplateRepository templates;

    @Inject
    CustomValues custom;

    @Inject
    NumberRanges numbers;

    @Inject
    Debtors debtors;

    @Inject
    LedgerWriter ledger;

    @Inject
    CurrentSettings settings;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * What a document would come to; nothing is stored.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is against a
     *     rule
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public PricedView preview(DocumentKind kind, InvoiceDraft draft) {
        Debtor debtor = debtors.facts(draft.customerId());
        Checked checked = rules.check(kind, draft, debtor, debtor.today(clock), false, Optional.of(Map.of()));
        return new PricedView(
                checked.draft().currency(),
                checked.draft().issueDate().orElseThrow(),
                checked.draft().dueDate().orElseThrow(),
                checked.lines(),
                checked.total().net(),
                checked.total().tax(),
                checked.total().taxes(),
                checked.total().gross());
    }

    /**
     * Makes a draft, or issues at once when its status is {@code OPEN}.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is against a
     *     rule; {@link ErrorKind#CONFLICT} for a number that another document has
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView create(DocumentKind kind, InvoiceDraft given) {
        boolean issue = issues(given);
        Debtor debtor = issue ? debtors.lock(given.customerId()) : debtors.facts(given.customerId());
        InvoiceDraft draft = templates.filled(given);
        Checked checked = rules.check(kind, draft, debtor, debtor.today(clock), issue, Optional.empty());
        boolean unique = unique(checked, debtor, 0);
        long id = writer.insert(checked, debtor, unique);
        if (!checked.customFields().isEmpty()) {
            custom.write(CustomFieldOwner.INVOICE, id, checked.customFields());
        }
        if (issue) {
            return issue(id, checked, debtor, unique);
        }
        InvoiceView made = read(id);
        happened.fire(LedgerEvents.of(made, "created", Map.of("amount", amount(made))));
        return made;
    }

    /**
     * Replaces what a draft says, and issues it when its status is {@code OPEN}.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} when it was issued;
     *     {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView revise(DocumentKind kind, long id, long expectedVersion, InvoiceDraft draft) {
        Debtor debtor = lockDraft(kind, id);
        InvoiceView before = read(id);
        sameVersion(before, expectedVersion);
        if (draft.customerId() != before.customerId()) {
            throw AppException.invalid(
                    "customerId", "READ_ONLY", "Leave the customer as it is, or make another document.");
        }
        boolean issue = issues(draft);
        templates.requireChoosable(draft.template(), before.template());
        Checked checked =
                rules.check(kind, draft, debtor, debtor.today(clock), issue, Optional.of(before.customFields()));
        boolean unique = unique(checked, debtor, id);
        writer.update(id, checked, unique);
        custom.write(CustomFieldOwner.INVOICE, id, checked.customFields());
        if (issue) {
            return issue(id, checked, debtor, unique);
        }
        InvoiceView after = read(id);
        happened.fire(LedgerEvents.of(after, "updated", Map.of()));
        return after;
    }

    /**
     * Issues a draft: it gets its number, is owed from its issue date on, and stays as it is.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it was issued; {@link ErrorKind#INVALID} for what is
     *     missing, or an issue date in a locked period
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView issue(DocumentKind kind, long id) {
        Debtor debtor = lockDraft(kind, id);
        InvoiceView draft = read(id);
        Checked checked = rules.check(
                kind, draft.toDraft(), debtor, debtor.today(clock), true, Optional.of(draft.customFields()));
        return issue(id, checked, debtor, unique(checked, debtor, id));
    }

    /**
     * Throws a draft away.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it was issued
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public void discard(DocumentKind kind, long id) {
        lockDraft(kind, id);
        happened.fire(LedgerEvents.of(read(id), "discarded", Map.of()));
        writer.delete(id);
    }

    /**
     * Replaces the custom fields of a document, be it issued: they do not stand on paper.
     *
     * @param expectedVersion the version that the caller saw
     * @param given key to value; one that is left out has none
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public InvoiceView note(DocumentKind kind, long id, long expectedVersion, Map<String, Optional<JsonValue>> given) {
        InvoiceView seen =
                find(kind, id).orElseThrow(() -> Holding.absent(kind.noun().replace('-', ' '), id));
        debtors.lock(seen.customerId());
        InvoiceView before = read(id);
        sameVersion(before, expectedVersion);
        FieldCheck fields = new FieldCheck();
        Map<String, JsonValue> values =
                rules.custom(fields, CustomFieldOwner.INVOICE, given, Optional.of(before.customFields()));
        InvoiceRules.refuse(fields);
        Map<String, DomainEvent.Change> changes = CustomFieldValues.changes(before.customFields(), values);
        if (changes.isEmpty()) {
            return before;
        }
        custom.write(CustomFieldOwner.INVOICE, id, values);
        writer.touch(id);
        InvoiceView after = read(id);
        happened.fire(LedgerEvents.of(after, "updated", changes, Map.of()));
        return after;
    }

    private static void sameVersion(InvoiceView seen, long expectedVersion) {
        if (seen.version() != expectedVersion) {
            throw AppException.stale();
        }
    }

    /** The document with this id. */
    @Requires(Permission.READ_RECEIVABLE)
    public Optional<InvoiceView> find(DocumentKind kind, long id) {
        return repository.find(List.of(id), clock.instant()).stream()
                .filter(document -> document.kind() == kind)
                .findFirst();
    }

    /** Documents by their ids, as far as the caller sees them. */
    @Requires(Permission.READ_RECEIVABLE)
    public List<InvoiceView> findAll(Collection<Long> ids) {
        return repository.find(ids, clock.instant());
    }

    /** Documents, the latest issue date first. */
    @Requires(Permission.READ_RECEIVABLE)
    public Page<InvoiceView> list(DocumentKind kind, InvoiceQuery query, PageRequest page) {
        String list = "invoices|" + kind + "|" + query;
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        List<InvoiceView> found = repository.list(
                kind,
                query,
                after.map(values -> LocalDate.parse(values.get(0))).orElse(END),
                after.map(values -> Long.parseLong(values.get(1))).orElse(Long.MAX_VALUE),
                clock.instant(),
                page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        InvoiceView last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, last.issueDate().toString(), Long.toString(last.id()))));
    }

    private InvoiceView issue(long id, Checked checked, Debtor debtor, boolean unique) {
        InvoiceDraft draft = checked.draft();
        LocalDate issueDate = draft.issueDate().orElseThrow();
        debtors.requireOpenPeriod(debtor, issueDate, "issueDate");
        boolean owed = checked.kind() == DocumentKind.INVOICE;
        OpenItem item = new OpenItem(
                id,
                debtor.id(),
                debtor.entityId(),
                owed ? ItemKind.INVOICE : ItemKind.CREDIT_MEMO,
                owed,
                ItemComponent.PRINCIPAL,
                "",
                draft.currency(),
                checked.total().gross(),
                checked.total().gross(),
                issueDate,
                draft.dueDate().orElseThrow(),
                false,
                false);
        ledger.open(
                owed ? PostingKind.INVOICE_ISSUED : PostingKind.CREDIT_MEMO_ISSUED,
                item,
                revenue(item, checked.total().net(), checked.total().tax()));
        // Last of all: of a range without gaps, others wait for their number until this transaction ends.
        String number = draft.number().isEmpty() ? numbers.draw(debtor, checked.kind()) : draft.number();
        String hash = ContentHash.of(
                checked.kind(), number, draft, checked.lines(), checked.total(), debtor.asParty(), debtor.seller());
        InvoiceView issued = writer.issue(id, number, unique, debtor, hash, checked);
        happened.fire(LedgerEvents.of(
                item.numbered(number), "issued", Map.of("amount", Amounts.text(item.amount(), item.currency()))));
        return issued;
    }

    /** What a document is posted against when it is issued. */
    static Map<Account, BigDecimal> revenue(OpenItem item, BigDecimal net, BigDecimal tax) {
        Map<Account, BigDecimal> against = new EnumMap<>(Account.class);
        against.put(Account.REVENUE, item.owed() ? net.negate() : net);
        against.put(Account.TAX, item.owed() ? tax.negate() : tax);
        return against;
    }

    /** Whether the number is the document's alone; a given one that another has is refused unless the company allows it. */
    private boolean unique(Checked checked, Debtor debtor, long id) {
        String number = checked.draft().number();
        if (number.isEmpty()) {
            return true;
        }
        if (settings.on(CompanySetting.DUPLICATE_INVOICE_NUMBERS)) {
            return false;
        }
        if (numbers.taken(debtor.entityId(), checked.kind(), number, id)) {
            String message = "Choose another number; a document of this company entity has this one.";
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NUMBER_TAKEN",
                    message,
                    List.of(new FieldError("number", "NUMBER_TAKEN", message)));
        }
        return true;
    }

    private Debtor lockDraft(DocumentKind kind, long id) {
        InvoiceView seen =
                find(kind, id).orElseThrow(() -> Holding.absent(kind.noun().replace('-', ' '), id));
        Debtor debtor = debtors.lock(seen.customerId());
        InvoiceView now = find(kind, id).orElseThrow(Debtors::changedMeanwhile);
        if (now.status() != InvoiceStatus.DRAFT) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "ISSUED",
                    "Void it and make another one: " + now.label() + " was issued and stays as it is.");
        }
        return debtor;
    }

    private static boolean issues(InvoiceDraft draft) {
        InvoiceStatus status = draft.status().orElse(InvoiceStatus.DRAFT);
        if (!Set.of(InvoiceStatus.DRAFT, InvoiceStatus.OPEN).contains(status)) {
            throw AppException.invalid(
                    "status", "UNKNOWN_VALUE", "Choose DRAFT or OPEN; the other states follow from what happens.");
        }
        return status == InvoiceStatus.OPEN;
    }

    private InvoiceView read(long id) {
        return repository.find(List.of(id), clock.instant()).stream()
                .findFirst()
                .orElseThrow(Debtors::changedMeanwhile);
    }

    private static String amount(InvoiceView document) {
        return Amounts.text(document.total(), document.currency());
    }
}
