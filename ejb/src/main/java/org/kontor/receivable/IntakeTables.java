package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.receivable.InvoiceRules.Checked;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.Sql;

/** The rows of one intake, table by table. Used by one thread. */
final class IntakeTables {

    private static final String ISSUE = """
            update invoice i set issued_at = i.created_at, content_hash = x.hash
            from unnest(?::bigint[], ?::text[]) x(id, hash) where i.id = x.id
            """;

    private static final String OPEN = """
            update open_item o set open_amount = x.open from unnest(?::bigint[], ?::numeric[]) x(id, open) where o.id = x.id
            """;

    private final BulkCopy invoices = new BulkCopy(
            "invoice",
            "id, version, created_at, created_by, updated_at, updated_by, kind, customer_id, entity_id, number,"
                    + " number_is_unique, currency, issue_date, due_date, terms, notes, template, purchase_order, tax_rounding,"
                    + " prices_include_tax, subtotal, tax, total, bill_to, seller, content_hash, disputed, dispute_reason,"
                    + " void_reason, custom_values");
    private final BulkCopy lines = new BulkCopy(
            "invoice_line",
            "invoice_id, position, item_code, description, quantity, unit_price, discount, tax_code, tax_rate, net, tax");
    private final BulkCopy items = new BulkCopy(
            "open_item",
            "id, customer_id, entity_id, kind, direction, component, number, currency, amount, open_amount, issue_date,"
                    + " due_date, recorded_at, voided_on");
    private final BulkCopy payments = new BulkCopy(
            "payment", "id, created_at, created_by, source, method, reference, note, void_reason, custom_values");
    private final BulkCopy balances = new BulkCopy("credit", "id, created_at, created_by, description, void_reason");
    private final BulkCopy postings =
            new BulkCopy("posting", "id, kind, document_id, entity_id, effective_date, recorded_at, recorded_by");
    private final BulkCopy movements = new BulkCopy(
            "item_movement",
            "posting_id, item_id, customer_id, entity_id, direction, currency, amount, effective_date, recorded_at, issue_date,"
                    + " due_date");
    private final BulkCopy accounts = new BulkCopy("posting_line", "posting_id, account, currency, amount");
    private final BulkCopy applications = new BulkCopy(
            "application",
            "posting_id, credit_item_id, debit_item_id, amount, effective_date, recorded_at, recorded_by, rule, reason");
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<Long, BigDecimal> open = new HashMap<>();
    private final Instant now;
    private final String by;

    IntakeTables(Instant now, String by) {
        this.now = now;
        this.by = by;
    }

    /** An invoice or credit memo, issued. */
    void document(OpenItem item, Checked checked, IntakeDraft draft, Debtor debtor, boolean numberIsUnique) {
        InvoiceDraft full = checked.draft();
        boolean disputed = draft.disputed() && item.open().signum() > 0;
        invoices.number(item.id())
                .number(1)
                .instant(now)
                .text(by)
                .instant(now)
                .text(by)
                .text(checked.kind().name())
                .number(item.customerId())
                .number(item.entityId())
                .text(item.number())
                .flag(numberIsUnique)
                .text(item.currency())
                .date(Optional.of(item.issueDate()))
                .date(Optional.of(item.dueDate()))
                .text(full.terms())
                .text(full.notes())
                .text(full.template())
                .text(full.purchaseOrder())
                .text(full.taxRounding().orElseThrow().name())
                .flag(full.pricesIncludeTax().orElseThrow())
                .text(plain(checked.total().net()))
                .text(plain(checked.total().tax()))
                .text(plain(checked.total().gross()))
                .text(debtor.asParty().json())
                .text(debtor.seller().json())
                .text("")
                .flag(disputed)
                .text(disputed ? IntakeWriter.DISPUTED_THERE : "")
                .text(item.voided() ? IntakeWriter.VOIDED_THERE : "")
                .text(CustomFieldValues.json(checked.customFields()))
                .endRow();
        int position = 0;
        for (InvoiceLineView line : checked.lines()) {
            lines.number(item.id())
                    .number(++position)
                    .text(line.itemCode())
                    .text(line.description())
                    .text(plain(line.quantity()))
                    .text(plain(line.unitPrice()))
                    .text(plain(line.discount()))
                    .text(line.taxCode())
                    .text(plain(line.taxRate()))
                    .text(plain(line.net()))
                    .text(plain(line.tax()))
                    .endRow();
        }
        hashes.put(
                item.id(),
                ContentHash.of(
                        checked.kind(),
                        item.number(),
                        full,
                        checked.lines(),
                        checked.total(),
                        debtor.asParty(),
                        debtor.seller()));
    }

    /** What there is beside the item of a payment. */
    void payment(OpenItem item, Map<String, JsonValue> values) {
        payments.number(item.id())
                .instant(now)
                .text(by)
                .text(PaymentSource.IMPORTED.name())
                .text(PaymentMethod.OTHER.name())
                .text(item.number())
                .text("")
                .text(item.voided() ? IntakeWriter.VOIDED_THERE : "")
                .text(CustomFieldValues.json(values))
                .endRow();
    }

    /** What there is beside the item of an opening balance. */
    void balance(OpenItem item, String description) {
        balances.number(item.id())
                .instant(now)
                .text(by)
                .text(description)
                .text(item.voided() ? IntakeWriter.VOIDED_THERE : "")
                .endRow();
    }

    /** An item as it is in the end. */
    void item(OpenItem item) {
        items.number(item.id())
                .number(item.customerId())
                .number(item.entityId())
                .text(item.kind().name())
                .number(sign(item))
                .text(item.component().name())
                .text(item.number())
                .text(item.currency())
                .text(plain(item.amount()))
                .text(plain(item.open()))
                .date(Optional.of(item.issueDate()))
                .date(Optional.of(item.dueDate()))
                .instant(now)
                .date(item.voided() ? Optional.of(item.issueDate()) : Optional.empty())
                .endRow();
    }

    /** What is left of an item that was there before. */
    void left(long id, BigDecimal amount) {
        open.put(id, amount);
    }

    /** A posting that opens an item, or with {@code back} takes it out again. */
    void posting(long id, PostingKind kind, OpenItem item, boolean back, Map<Account, BigDecimal> against) {
        post(id, kind, item, item.issueDate());
        BigDecimal amount = back ? item.amount().negate() : item.amount();
        movement(id, item, amount, item.issueDate());
        against.forEach((account, value) -> {
            if (value.signum() != 0) {
                accounts.number(id)
                        .text(account.name())
                        .text(item.currency())
                        .text(plain(back ? value.negate() : value))
                        .endRow();
            }
        });
    }

    /** Money of one item that settles another one. */
    void application(long posting, OpenItem credit, OpenItem debit, BigDecimal amount, LocalDate day) {
        post(posting, PostingKind.APPLIED, credit, day);
        movement(posting, credit, amount.negate(), day);
        movement(posting, debit, amount.negate(), day);
        applications
                .number(posting)
                .number(credit.id())
                .number(debit.id())
                .text(plain(amount))
                .date(Optional.of(day))
                .instant(now)
                .text(by)
                .text(ApplicationRule.INSTRUCTION.name())
                .text("")
                .endRow();
    }

    private void post(long id, PostingKind kind, OpenItem item, LocalDate day) {
        postings.number(id)
                .text(kind.name())
                .number(item.id())
                .number(item.entityId())
                .date(Optional.of(day))
                .instant(now)
                .text(by)
                .endRow();
    }

    /** @param more by how much there is more of the item, without sign of its direction */
    private void movement(long posting, OpenItem item, BigDecimal more, LocalDate day) {
        movements
                .number(posting)
                .number(item.id())
                .number(item.customerId())
                .number(item.entityId())
                .number(sign(item))
                .text(item.currency())
                .text(plain(item.owed() ? more : more.negate()))
                .date(Optional.of(day))
                .instant(now)
                .date(Optional.of(item.issueDate()))
                .date(Optional.of(item.dueDate()))
                .endRow();
    }

    void write(DataSource dataSource) {
        Sql.copy(dataSource, invoices);
        Sql.copy(dataSource, lines);
        Sql.execute(
                dataSource,
                ISSUE,
                Sql.of(hashes.keySet().toArray(Long[]::new), hashes.values().toArray(String[]::new)));
        for (BulkCopy rows : List.of(items, payments, balances, postings, movements, accounts, applications)) {
            Sql.copy(dataSource, rows);
        }
        Sql.execute(
                dataSource,
                OPEN,
                Sql.of(open.keySet().toArray(Long[]::new), open.values().toArray(BigDecimal[]::new)));
    }

    private static int sign(OpenItem item) {
        return item.owed() ? 1 : -1;
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
