package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.InvoiceRules.Checked;
import org.kontor.shared.Sql;

/** Writes invoices and credit memos. The database refuses to change one that was issued. */
@ApplicationScoped
class InvoiceWriter {

    private static final String INSERT = """
            insert into invoice (id, version, created_at, created_by, updated_at, updated_by, kind, customer_id, entity_id, number,
                number_is_unique, currency, issue_date, due_date, terms, notes, template, purchase_order, tax_rounding,
                prices_include_tax, subtotal, tax, total, bill_to, seller, content_hash)
            values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')
            """;

    private static final String UPDATE = """
            update invoice set version = version + 1, updated_at = ?, updated_by = ?, number = ?, number_is_unique = ?,
                currency = ?, issue_date = ?, due_date = ?, terms = ?, notes = ?, template = ?, purchase_order = ?,
                tax_rounding = ?, prices_include_tax = ?, subtotal = ?, tax = ?, total = ?
            where id = ?
            """;

    private static final String LINES = """
            insert into invoice_line (invoice_id, position, item_code, description, quantity, unit_price, discount, tax_code,
                tax_rate, net, tax)
            select ?, x.* from unnest(?::int[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[],
                ?::numeric[], ?::numeric[], ?::numeric[]) x
            """;

    private static final String ISSUE = """
            with item as (update open_item set number = ? where id = ?)
            update invoice set version = version + 1, updated_at = ?, updated_by = ?, number = ?, number_is_unique = ?,
                issued_at = ?, bill_to = ?, seller = ?, content_hash = ?
            where id = ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    void insert(long id, Checked document, Debtor debtor, boolean numberIsUnique) {
        Instant now = clock.instant();
        String by = CallerContext.current().login();
        InvoiceDraft draft = document.draft();
        Sql.execute(
                dataSource,
                INSERT,
                Sql.of(
                        id,
                        now,
                        by,
                        now,
                        by,
                        document.kind().name(),
                        debtor.id(),
                        debtor.entityId(),
                        draft.number(),
                        numberIsUnique,
                        draft.currency(),
                        draft.issueDate().orElseThrow(),
                        draft.dueDate().orElseThrow(),
                        draft.terms(),
                        draft.notes(),
                        draft.template(),
                        draft.purchaseOrder(),
                        draft.taxRounding().orElseThrow().name(),
                        draft.pricesIncludeTax().orElseThrow(),
                        document.total().net(),
                        document.total().tax(),
                        document.total().gross()));
        lines(id, document.lines());
    }

    void update(long id, Checked document, boolean numberIsUnique) {
        InvoiceDraft draft = document.draft();
        Sql.execute(dataSource, "delete from invoice_line where invoice_id = ?", Sql.of(id));
        Sql.execute(
                dataSource,
                UPDATE,
                Sql.of(
                        clock.instant(),
                        CallerContext.current().login(),
                        draft.number(),
                        numberIsUnique,
                        draft.currency(),
                        draft.issueDate().orElseThrow(),
                        draft.dueDate().orElseThrow(),
                        draft.terms(),
                        draft.notes(),
                        draft.template(),
                        draft.purchaseOrder(),
                        draft.taxRounding().orElseThrow().name(),
                        draft.pricesIncludeTax().orElseThrow(),
                        document.total().net(),
                        document.total().tax(),
                        document.total().gross(),
                        id));
        lines(id, document.lines());
    }

    private void lines(long id, List<InvoiceLineView> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Integer[] positions = new Integer[lines.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i + 1;
        }
        Sql.execute(
                dataSource,
                LINES,
                Sql.of(
                        id,
                        positions,
                        texts(lines, InvoiceLineView::itemCode),
                        texts(lines, InvoiceLineView::description),
                        numbers(lines, InvoiceLineView::quantity),
                        numbers(lines, InvoiceLineView::unitPrice),
                        numbers(lines, InvoiceLineView::discount),
                        texts(lines, InvoiceLineView::taxCode),
                        numbers(lines, InvoiceLineView::taxRate),
                        numbers(lines, InvoiceLineView::net),
                        numbers(lines, InvoiceLineView::tax)));
    }

    private static String[] texts(List<InvoiceLineView> lines, Function<InvoiceLineView, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }

    private static BigDecimal[] numbers(List<InvoiceLineView> lines, Function<InvoiceLineView, BigDecimal> field) {
        return lines.stream().map(field).toArray(BigDecimal[]::new);
    }

    /** Freezes a document, and gives it and its open item their number. */
    void issue(long id, String number, boolean numberIsUnique, Debtor debtor, String hash) {
        Instant now = clock.instant();
        Sql.execute(
                dataSource,
                ISSUE,
                Sql.of(
                        number,
                        id,
                        now,
                        CallerContext.current().login(),
                        number,
                        numberIsUnique,
                        now,
                        debtor.asParty().json(),
                        debtor.seller().json(),
                        hash,
                        id));
    }

    void delete(long id) {
        Sql.execute(dataSource, "delete from invoice where id = ?", Sql.of(id));
    }

    /** Notes that something beside the paper was changed. */
    void touch(long id) {
        Sql.execute(
                dataSource,
                "update invoice set version = version + 1, updated_at = ?, updated_by = ? where id = ?",
                Sql.of(clock.instant(), CallerContext.current().login(), id));
    }

    /** Notes that the customer contests it; an empty reason with {@code false} ends it. */
    void dispute(long id, boolean disputed, String reason) {
        Sql.execute(
                dataSource,
                "update invoice set version = version + 1, updated_at = ?, updated_by = ?, disputed = ?, dispute_reason = ?"
                        + " where id = ?",
                Sql.of(clock.instant(), CallerContext.current().login(), disputed, reason, id));
    }

    /** Notes why it was voided. */
    void voided(long id, String reason) {
        Sql.execute(
                dataSource,
                "update invoice set version = version + 1, updated_at = ?, updated_by = ?, void_reason = ? where id = ?",
                Sql.of(clock.instant(), CallerContext.current().login(), reason, id));
    }
}
