package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Reads what documents of another system meet in the ledger, and removes what they brought. */
@ApplicationScoped
class IntakeRepository {

    /** Ids of what is owed with these numbers. */
    private static final String NAMED = """
            with n as (
                select id from invoice
                where kind = 'INVOICE' and number collate "C" = any(?::text[]) and issued_at is not null
                union all
                select id from open_item
                where kind = 'OPENING_BALANCE' and number collate "C" = any(?::text[]))
            """;

    static final String CUSTOMERS =
            NAMED + " select distinct o.customer_id from n join open_item o using (id) where o.direction = 1";

    private static final String MOVED = NAMED + """
             select m.item_id, m.effective_date, sum(m.amount)
            from n join open_item o using (id) join item_movement m on m.item_id = o.id
            where o.direction = 1 and o.voided_on is null
            group by m.item_id, m.effective_date
            """;

    /** Items that postings brought: what a posting of theirs is the first one of. */
    private static final String BROUGHT = """
            select distinct p.document_id from posting p join open_item o on o.id = p.document_id
            where p.id = any(?::bigint[]) and p.kind in ('INVOICE_ISSUED', 'CREDIT_MEMO_ISSUED', 'PAYMENT_RECORDED', 'OPENING_BALANCE')
            """;

    private static final String TOUCHED = "with b as (" + BROUGHT + ")" + """
             select o.id
            from b join open_item o on o.id = b.document_id
                left join invoice i on i.id = o.id
            where o.voided_on is null and (i.updated_at > i.created_at
                or exists (select 1 from item_movement m where m.item_id = o.id and m.posting_id <> all(?::bigint[]))
                or exists (select 1 from attachment a where a.document_id = o.id))
            """;

    private static final String RESTORE = """
            update open_item o set open_amount = o.open_amount - x.amount
            from (select item_id, sum(amount * direction) as amount from item_movement
                  where posting_id = any(?::bigint[]) and item_id <> all(?::bigint[]) group by item_id) x
            where o.id = x.item_id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    LedgerWriter ledger;

    /** Customers who owe something with these numbers. */
    List<Long> customers(Collection<String> numbers) {
        return Sql.many(dataSource, CUSTOMERS, wanted(numbers), row -> row.getLong(1));
    }

    /** What is owed with these numbers, with all that moved it. */
    List<IntakeItem> named(Collection<String> numbers) {
        Map<Long, TreeMap<LocalDate, BigDecimal>> moved = new TreeMap<>();
        Sql.many(
                dataSource,
                MOVED,
                wanted(numbers),
                row -> moved.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                        .put(row.getObject(2, LocalDate.class), row.getBigDecimal(3)));
        List<IntakeItem> items = new ArrayList<>();
        ledger.items(moved.keySet())
                .values()
                .forEach(item -> items.add(new IntakeItem(item, moved.getOrDefault(item.id(), new TreeMap<>()))));
        return items;
    }

    private static Sql.Parameters wanted(Collection<String> numbers) {
        String[] wanted =
                numbers.stream().filter(number -> !number.isEmpty()).distinct().toArray(String[]::new);
        return Sql.of(wanted, wanted);
    }

    /** Which of these numbers a document has: its company entity, kind and number. */
    Set<String> taken(Collection<String> numbers) {
        return new HashSet<>(Sql.many(
                dataSource,
                "select entity_id || kind || number from invoice i where number collate \"C\" = any(?::text[])"
                        + NumberRanges.HOLDS_ITS_NUMBER,
                Sql.of((Object) numbers.stream()
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toArray(String[]::new)),
                row -> row.getString(1)));
    }

    /** Which items of these postings anything else has moved or changed since, and are not void. */
    List<Long> touched(Collection<Long> postings) {
        Long[] ids = postings.toArray(Long[]::new);
        return Sql.many(dataSource, TOUCHED, Sql.of(ids, ids), row -> row.getLong(1));
    }

    /** The items that postings brought. */
    List<OpenItem> brought(Collection<Long> postings) {
        return List.copyOf(ledger.items(Sql.many(
                        dataSource, BROUGHT, Sql.of((Object) postings.toArray(Long[]::new)), row -> row.getLong(1)))
                .values());
    }

    /** Removes postings with the items that they brought; what they moved beside is as before. */
    void remove(Collection<Long> postings, Collection<Long> items) {
        Long[] gone = postings.toArray(Long[]::new);
        Long[] brought = items.toArray(Long[]::new);
        Sql.execute(dataSource, RESTORE, Sql.of(gone, brought));
        Sql.erasing(dataSource, () -> {
            Sql.execute(dataSource, "delete from posting where id = any(?::bigint[])", Sql.of((Object) gone));
            Sql.execute(dataSource, "delete from open_item where id = any(?::bigint[])", Sql.of((Object) brought));
            Sql.execute(dataSource, "delete from invoice where id = any(?::bigint[])", Sql.of((Object) brought));
        });
    }
}
