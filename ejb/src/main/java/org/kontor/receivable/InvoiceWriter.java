package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.InvoiceRules.Checked;
import org.kontor.shared.Sql;

/** Writes invoices and credit memos. The database refuses to change one that was issued. */
@ApplicationScoped
class InvoiceWriter {

    private static final String INSERT = """
            with made as (
                insert into invoice (version, created_at, created_by, updated_at, updated_by, kind, customer_id, entity_id, number,
                    number_is_unique, currency, issue_date, due_date, terms, notes, template, purchase_order, tax_rounding,
                    prices_include_tax, subtotal, tax, total, bill_to, seller, content_hash)
                values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')
                returning id),
            lines as (
                insert into invoice_line (invoice_id, position, item_code, description, quantity, unit_price, discount, tax_code,
                    tax_rate, net, tax)
                select made.id, x.* from made, unnest(?::int[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[],
                    ?::text[], ?::numeric[], ?::numeric[], ?::numeric[]) x)
            select id from made
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

    /** Answers what the document is now, so that nobody waits for its number longer than for this statement. */
    private static final String ISSUE =
            """
            with item as (update open_item set number = ? where id = ?)
            update invoice i set version = i.version + 1, updated_at = ?, updated_by = ?, number = ?, number_is_unique = ?,
                issued_at = ?, bill_to = ?, seller = ?, content_hash = ?
            from open_item o
                join customer c on c.id = o.customer_id
                join company_entity e on e.id = o.entity_id
            """ + InvoiceRepository.MOVES.replace("%s", "o.id") + """
            where i.id = ? and o.id = i.id
            returning\s""" + InvoiceRepository.COLUMNS;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Stores a draft; answers its id. */
    long insert(Checked document, Debtor debtor, boolean numberIsUnique) {
        Instant now = clock.instant();
        String by = CallerContext.current().login();
        List<Object> values =
                new ArrayList<>(List.of(now, by, now, by, document.kind().name(), debtor.id(), debtor.entityId()));
        values.addAll(head(document, numberIsUnique));
        values.addAll(columns(document.lines()));
        return Sql.one(dataSource, INSERT, Sql.of(values.toArray()), row -> row.getLong(1))
                .orElseThrow();
    }

    void update(long id, Checked document, boolean numberIsUnique) {
        Sql.execute(dataSource, "delete from invoice_line where invoice_id = ?", Sql.of(id));
        List<Object> values =
                new ArrayList<>(List.of(clock.instant(), CallerContext.current().login()));
        values.addAll(head(document, numberIsUnique));
        values.add(id);
        Sql.execute(dataSource, UPDATE, Sql.of(values.toArray()));
        lines(id, document.lines());
    }

    /** What INSERT and UPDATE write alike, in the order of both. */
    private static List<Object> head(Checked document, boolean numberIsUnique) {
        InvoiceDraft draft = document.draft();
        return List.of(
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
                document.total().gross());
    }

    private void lines(long id, List<InvoiceLineView> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>(List.of(id));
        values.addAll(columns(lines));
        Sql.execute(dataSource, LINES, Sql.of(values.toArray()));
    }

    /** Lines as arrays, column by column. */
    private static List<Object> columns(List<InvoiceLineView> lines) {
        return List.of(
                IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new),
                texts(lines, InvoiceLineView::itemCode),
                texts(lines, InvoiceLineView::description),
                numbers(lines, InvoiceLineView::quantity),
                numbers(lines, InvoiceLineView::unitPrice),
                numbers(lines, InvoiceLineView::discount),
                texts(lines, InvoiceLineView::taxCode),
                numbers(lines, InvoiceLineView::taxRate),
                numbers(lines, InvoiceLineView::net),
                numbers(lines, InvoiceLineView::tax));
    }

    private static String[] texts(List<InvoiceLineView> lines, Function<InvoiceLineView, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }

    private static BigDecimal[] numbers(List<InvoiceLineView> lines, Function<InvoiceLineView, BigDecimal> field) {
        return lines.stream().map(field).toArray(BigDecimal[]::new);
    }

    /** Freezes a document, and gives it and its open item their number; answers it as it is now. */
    InvoiceView issue(long id, String number, boolean numberIsUnique, Debtor debtor, String hash, Checked document) {
        Instant now = clock.instant();
        InvoiceView issued = Sql.one(
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
                                id,
                                now),
                        InvoiceRepository::row)
                .orElseThrow();
        return InvoiceRepository.with(issued, document.lines());
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
