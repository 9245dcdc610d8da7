package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Named templates of invoices in the database, and which of them customers have. */
@ApplicationScoped
class InvoiceTemplateRepository {

    private static final String SELECT = """
            select e.id, e.code, e.name, e.active, coalesce(t.language, ''), coalesce(t.ways, '{}')
            from system_table_entry e left join invoice_template t on t.entry_id = e.id
            where e.table_name = 'INVOICE_TEMPLATES'
            """;

    private static final String OFFER = """
            insert into invoice_template (entry_id, language, ways) values (?, ?, ?)
            on conflict (entry_id) do update set language = excluded.language, ways = excluded.ways
            """;

    private static final String CHOOSE = """
            insert into customer_invoice_template (customer_id, entry_id) values (?, ?)
            on conflict (customer_id) do update set entry_id = excluded.entry_id
            """;

    // Its length is named as in the index, so that a prepared statement can use it.
    private static final String USES = """
            select (select count(*) from customer_invoice_template where entry_id = e.id)
                + (select count(*) from invoice where template = e.code and length(template) > 2)
            from system_table_entry e where e.id = ?
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** All of them in the order of choice. */
    List<InvoiceTemplateView> all() {
        return Sql.many(dataSource, SELECT + " order by e.position, e.id", Sql.of(), InvoiceTemplateRepository::row);
    }

    /** The one with this code. */
    Optional<InvoiceTemplateView> find(String code) {
        return Sql.one(dataSource, SELECT + " and e.code = ?", Sql.of(code), InvoiceTemplateRepository::row);
    }

    /** The one that a customer has. */
    Optional<InvoiceTemplateView> ofCustomer(long customerId) {
        return Sql.one(
                dataSource,
                SELECT + " and e.id = (select entry_id from customer_invoice_template where customer_id = ?)",
                Sql.of(customerId),
                InvoiceTemplateRepository::row);
    }

    /**
     * A new document with the template of its customer where it names none, be that retired by now.
     *
     * @throws org.kontor.shared.AppException {@link org.kontor.shared.ErrorKind#INVALID} for one that cannot be chosen
     */
    InvoiceDraft filled(InvoiceDraft draft) {
        if (draft.template().isBlank()) {
            return ofCustomer(draft.customerId())
                    .map(usual -> draft.by(usual.code()))
                    .orElse(draft);
        }
        requireChoosable(draft.template(), "");
        return draft;
    }

    /** Refuses a template that is chosen anew and cannot be. */
    void requireChoosable(String template, String before) {
        if (!template.equals(before) && !InvoiceTemplates.LANGUAGES.contains(template)) {
            InvoiceTemplates.choosable(find(template));
        }
    }

    void offer(long id, InvoiceTemplateDraft draft) {
        Sql.execute(
                dataSource,
                OFFER,
                Sql.of(
                        id,
                        draft.language(),
                        draft.paymentWays().stream().map(Enum::name).toArray(String[]::new)));
    }

    void choose(long customerId, Optional<Long> id) {
        if (id.isPresent()) {
            Sql.execute(dataSource, CHOOSE, Sql.of(customerId, id.get()));
        } else {
            Sql.execute(dataSource, "delete from customer_invoice_template where customer_id = ?", Sql.of(customerId));
        }
    }

    /** How many customers and documents have it. */
    long uses(long id) {
        return Sql.one(dataSource, USES, Sql.of(id), row -> row.getLong(1)).orElse(0L);
    }

    /** That of the customer that stays, else that of the first that goes. */
    void merge(long target, List<Long> sources) {
        Sql.execute(
                dataSource,
                "update customer_invoice_template set customer_id = ? where customer_id ="
                        + " (select min(customer_id) from customer_invoice_template where customer_id = any(?::bigint[]))"
                        + " and not exists (select from customer_invoice_template where customer_id = ?)",
                Sql.of(target, sources.toArray(Long[]::new), target));
    }

    private static InvoiceTemplateView row(ResultSet row) throws SQLException {
        return new InvoiceTemplateView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                Stream.of((String[]) row.getArray(6).getArray())
                        .map(PaymentWay::valueOf)
                        .sorted()
                        .toList());
    }
}
