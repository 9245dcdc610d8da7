package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.Sql;

/** Reads invoices and credit memos; where they stand is worked out here, and here alone. */
@ApplicationScoped
class InvoiceRepository {

    /** Where a document stands at an instant, in the time zone of its company entity: one parameter. */
    static final String STATUS = """
            case when i.issued_at is null then 'DRAFT'
                 when o.voided_on is not null then 'VOID'
                 when o.open_amount = 0 and o.written_off_on is not null then 'WRITTEN_OFF'
                 when o.open_amount = 0 then 'PAID'
                 when i.kind = 'INVOICE' and o.due_date < (?::timestamptz at time zone e.time_zone)::date then 'PAST_DUE'
                 when o.open_amount < o.amount then 'PARTIALLY_PAID'
                 else 'OPEN' end""";

    /** What {@link #row} reads of document i with customer c, company entity e, item o and its movements m: one parameter. */
    static final String COLUMNS = """
            i.id, i.version + m.moves, i.created_at, i.created_by, greatest(i.updated_at, m.moved_at), i.updated_by,
                   i.kind, i.customer_id, c.display_name, i.entity_id, i.number, i.currency, i.issue_date, i.due_date, i.terms,
                   i.notes, i.template, i.purchase_order, i.tax_rounding, i.prices_include_tax, i.subtotal, i.tax, i.total,
                   coalesce(o.open_amount, 0), i.disputed, i.dispute_reason, i.issued_at, i.bill_to, i.seller,
                   i.content_hash, i.void_reason, i.custom_values::text,
            """ + STATUS + " as status\n";

    /** How often and when an item was moved, as {@link #COLUMNS} wants it. */
    static final String MOVES = """
            cross join lateral (
                    select count(*) as moves, max(recorded_at) as moved_at from item_movement where item_id = %s) m
            """;

    private static final String SELECT = "select " + COLUMNS + """
            from invoice i
                join customer c on c.id = i.customer_id
                join company_entity e on e.id = i.entity_id
                left join open_item o on o.id = i.id
            """ + MOVES.replace("%s", "i.id");

    private static final String LINES = """
            select invoice_id, item_code, description, quantity, unit_price, discount, tax_code, tax_rate, net, tax
            from invoice_line where invoice_id = any(?::bigint[]) order by invoice_id, position
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Documents by their ids that the caller sees, in the order of the ids. */
    List<InvoiceView> find(Collection<Long> ids, Instant now) {
        String scope = CustomerScope.condition();
        return withLines(Sql.many(
                dataSource,
                SELECT + " where i.id = any(?::bigint[])" + (scope.isEmpty() ? "" : " and " + scope) + " order by i.id",
                Sql.of(now, ids.toArray(Long[]::new)),
                InvoiceRepository::row));
    }

    /** Documents of a list, the latest first, after the last one of the piece before. */
    List<InvoiceView> list(
            DocumentKind kind, InvoiceQuery query, LocalDate before, long beforeId, Instant now, int limit) {
        StringBuilder sql =
                new StringBuilder(SELECT).append(" where i.kind = ? and (i.issue_date, i.id) < (?::date, ?)");
        List<Object> values = new ArrayList<>(List.of(now, kind.name(), before, beforeId));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            sql.append(" and ").append(scope);
        }
        query.customerId().ifPresent(id -> and(sql, values, "i.customer_id = ?", id));
        query.disputed().ifPresent(disputed -> and(sql, values, "i.disputed = ?", disputed));
        query.dueFrom().ifPresent(day -> and(sql, values, "i.due_date >= ?", day));
        query.dueTo().ifPresent(day -> and(sql, values, "i.due_date <= ?", day));
        if (!query.number().isEmpty()) {
            and(sql, values, "i.number collate \"C\" = ?", query.number());
        }
        query.customFields().forEach((key, value) -> {
            sql.append(" and ").append(CustomFieldValues.holds("i.custom_values"));
            values.addAll(List.of(key, key, value));
        });
        if (!query.statuses().isEmpty()) {
            sql.append(" and ").append(STATUS).append(" = any(?::text[])");
            values.add(now);
            values.add(query.statuses().stream().map(InvoiceStatus::name).toArray(String[]::new));
        }
        sql.append(" order by i.issue_date desc, i.id desc limit ?");
        values.add(limit);
        return withLines(Sql.many(dataSource, sql.toString(), Sql.of(values.toArray()), InvoiceRepository::row));
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" and ").append(condition);
        values.add(value);
    }

    private List<InvoiceView> withLines(List<InvoiceView> documents) {
        Long[] ids = documents.stream().map(InvoiceView::id).toArray(Long[]::new);
        Map<Long, List<InvoiceLineView>> lines = new HashMap<>();
        Map<Long, String> currencies = new HashMap<>();
        documents.forEach(document -> currencies.put(document.id(), document.currency()));
        if (ids.length > 0) {
            Sql.many(
                    dataSource,
                    LINES,
                    Sql.of((Object) ids),
                    row -> lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(line(row, currencies.getOrDefault(row.getLong(1), ""))));
        }
        return documents.stream()
                .map(document -> with(document, lines.getOrDefault(document.id(), List.of())))
                .toList();
    }

    private static InvoiceLineView line(ResultSet row, String currency) throws SQLException {
        return new InvoiceLineView(
                row.getString(2),
                row.getString(3),
                Amounts.plain(row.getBigDecimal(4)),
                Amounts.plain(row.getBigDecimal(5)),
                Amounts.plain(row.getBigDecimal(6)),
                row.getString(7),
                Amounts.plain(row.getBigDecimal(8)),
                Amounts.scaled(row.getBigDecimal(9), currency),
                Amounts.scaled(row.getBigDecimal(10), currency));
    }

    /** The document with its lines. */
    static InvoiceView with(InvoiceView v, List<InvoiceLineView> lines) {
        return new InvoiceView(
                v.id(),
                v.version(),
                v.createdAt(),
                v.createdBy(),
                v.updatedAt(),
                v.updatedBy(),
                v.kind(),
                v.customerId(),
                v.customerName(),
                v.entityId(),
                v.number(),
                v.currency(),
                v.issueDate(),
                v.dueDate(),
                v.terms(),
                v.notes(),
                v.template(),
                v.purchaseOrder(),
                v.taxRounding(),
                v.pricesIncludeTax(),
                lines,
                v.subtotal(),
                v.tax(),
                taxes(lines),
                v.total(),
                v.balance(),
                v.status(),
                v.disputed(),
                v.disputeReason(),
                v.issuedAt(),
                v.billTo(),
                v.seller(),
                v.contentHash(),
                v.voidReason(),
                v.customFields());
    }

    private static List<TaxShare> taxes(List<InvoiceLineView> lines) {
        Map<BigDecimal, TaxShare> shares = new TreeMap<>();
        for (InvoiceLineView line : lines) {
            shares.merge(
                    line.taxRate(),
                    new TaxShare(line.taxRate(), line.net(), line.tax()),
                    (one, other) -> new TaxShare(
                            one.rate(), one.net().add(other.net()), one.tax().add(other.tax())));
        }
        return List.copyOf(shares.values());
    }

    /** The document in a row of {@link #COLUMNS}, without its lines. */
    static InvoiceView row(ResultSet row) throws SQLException {
        String currency = row.getString(12);
        return new InvoiceView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                DocumentKind.valueOf(row.getString(7)),
                row.getLong(8),
                row.getString(9),
                row.getLong(10),
                row.getString(11),
                currency,
                row.getObject(13, LocalDate.class),
                row.getObject(14, LocalDate.class),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                TaxRounding.valueOf(row.getString(19)),
                row.getBoolean(20),
                List.of(),
                Amounts.scaled(row.getBigDecimal(21), currency),
                Amounts.scaled(row.getBigDecimal(22), currency),
                List.of(),
                Amounts.scaled(row.getBigDecimal(23), currency),
                Amounts.scaled(row.getBigDecimal(24), currency),
                InvoiceStatus.valueOf(row.getString(33)),
                row.getBoolean(25),
                row.getString(26),
                Optional.ofNullable(row.getObject(27, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Party.ofJson(row.getString(28)),
                Party.ofJson(row.getString(29)),
                row.getString(30),
                row.getString(31),
                CustomFieldValues.ofJson(row.getString(32)));
    }
}
