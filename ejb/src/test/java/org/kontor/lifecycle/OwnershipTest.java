package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Permission;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** The declarations of what belongs to customers, held against the catalogue of the database (S3-60, S4-123, X-33). */
@OnPostgres
class OwnershipTest {

    /** Tables that lead to a customer: by foreign keys, however many, or by a column that is named for the id of one. */
    private static final String PATHS = """
            with recursive reference as (
              select c.conrelid::regclass::text as child, a.attname::text as by_column, c.confrelid::regclass::text as parent
              from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
              where c.contype = 'f' and c.connamespace = 'public'::regnamespace),
            named as (
              select t.relname::text as child, a.attname::text as by_column, 'customer' as parent
              from pg_class t join pg_attribute a on a.attrelid = t.oid
              where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
                and a.attname ~ '(^|_)customer_id$|^(low|high|other)_id$'),
            path as (
              select * from (select * from reference union select * from named) direct where parent = 'customer'
              union
              select reference.* from reference join path on path.child = reference.parent)
            select child, by_column, parent from path order by 1, 2, 3
            """;

    private final TestKontor kontor = new TestKontor();
    private final Ownership ownership = kontor.get(Ownership.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    private List<String> undeclared() {
        List<OwnedTable> declared = ownership.tables();
        return Sql.many(kontor.dataSource(), PATHS, Sql.of(), row ->
                        new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .stream()
                .filter(path -> declared.stream()
                        .noneMatch(table -> table.table().equals(path[0])
                                // A way over another table counts whichever it is; the customer's own id must be named
                                // itself.
                                && (!path[2].equals("customer")
                                        || table.reach().columns().contains(path[1]))))
                .map(path -> path[0] + "." + path[1])
                .distinct()
                .toList();
    }

    @Test
    void everyTableThatLeadsToACustomerIsDeclared() {
        assertEquals(List.of(), undeclared());
    }

    /** Without this, the test above could pass for the wrong reason. */
    @Test
    void aTableWithoutADeclarationIsFoundHoweverFarItIs() {
        kontor.sql("create table planted_visit (id bigint primary key, customer_id bigint references customer)");
        kontor.sql("create table planted_form (id bigint primary key, visit_id bigint references planted_visit)");
        kontor.sql("create table planted_page (form_id bigint references planted_form)");
        kontor.sql("create table planted_log (customer_id bigint)");
        kontor.sql("alter table note add column second_id bigint references customer");

        assertEquals(
                List.of(
                        "note.second_id",
                        "planted_form.visit_id",
                        "planted_log.customer_id",
                        "planted_page.form_id",
                        "planted_visit.customer_id"),
                undeclared());
    }

    @Test
    void declarationsFitTheTables() {
        Set<String> nouns = new HashSet<>();
        for (OwnedTable table : ownership.tables()) {
            assertTrue(nouns.add(table.noun()), "twice: " + table.noun());
            assertTrue(Permission.names().contains(table.permission()), table.permission());
            List<String> columns = kontor.get(Catalogue.class).columns(table.table());
            assertTrue(columns.containsAll(table.export()), table + " has " + columns);
            assertTrue(columns.containsAll(table.reach().columns()), table + " has " + columns);
            if (table.merge() == OwnedTable.Merge.MOVES) {
                assertTrue(columns.contains("id") && table.reach().columns().size() == 1, table.toString());
            }
            String same = table.sameBy().isEmpty() ? "0" : table.sameBy();
            String money = table.money()
                    .map(m -> ", " + m.amount() + ", " + m.currency())
                    .orElse("");
            Ownership.Rows rows = ownership.rows(table);
            assertEquals(
                    List.of(),
                    Sql.many(
                            kontor.dataSource(),
                            "select " + same + money + " from " + table.table() + " where " + rows.condition(),
                            rows.of(List.of(-1L, -2L)),
                            row -> row.getString(1)),
                    table.noun());
        }
    }

    @Test
    void whatOthersReferToComesFirst() {
        List<String> order = new ArrayList<>(ownership.nouns().toList());

        assertTrue(order.indexOf("customer") < order.indexOf("contact"));
        assertTrue(order.indexOf("contact") < order.indexOf("ticket"));
        assertTrue(order.indexOf("open-item") < order.indexOf("application"));
        assertEquals(
                "customer_id",
                ownership.find("note").orElseThrow().reach().columns().get(0));
    }

    /** Removing a customer with medical answers leaves none behind. */
    @Test
    void medicalAnswersGoWithTheirCustomer() {
        long id = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.person("Ada", "Lovelace").draft())
                .id());
        kontor.sql("insert into medical_record values (" + id + ", 1, now(), 'x', now(), 'x', '\\x00', 0)");

        kontor.asSystem(() -> {
            kontor.get(Removal.class).fire(id);
            return id;
        });

        assertEquals("0", kontor.sql("select count(*) from medical_record"));
        assertFalse(undeclared().contains("medical_record.id"));
    }

    /** Says that a customer is removed. */
    static class Removal {
        @jakarta.inject.Inject
        jakarta.enterprise.event.Event<CustomersRemoved> removed;

        void fire(long id) {
            removed.fire(new CustomersRemoved(List.of(id)));
        }
    }
}
