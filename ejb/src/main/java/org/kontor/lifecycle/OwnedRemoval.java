package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Erase;
import org.kontor.shared.Sql;

/**
 * Counts and removes everything that belongs to one customer, over the registry. What a merge left with the number of a customer who
 * became part of this one counts.
 */
@ApplicationScoped
class OwnedRemoval {

    /** Only what the database does not remove by itself decides about the order. */
    private static final String REFERENCES = """
            select c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c
            where c.contype = 'f' and c.conrelid <> c.confrelid and c.connamespace = 'public'::regnamespace
              and c.confdeltype in ('a', 'r')
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Ownership ownership;

    @Inject
    FormerSelves former;

    /** How many rows the customer has in each declared table, in the order of the registry; those without any are left out. */
    Map<OwnedTable, Long> counts(long customerId) {
        List<Long> numbers = former.numbers(customerId);
        Map<OwnedTable, Long> counts = new LinkedHashMap<>();
        for (OwnedTable table : ownership.tables()) {
            Ownership.Rows rows = ownership.rows(table);
            long count = Sql.one(
                            dataSource,
                            "select count(*) from " + table.table() + " where " + rows.condition(),
                            rows.of(numbers),
                            row -> row.getLong(1))
                    .orElse(0L);
            if (count > 0) {
                counts.put(table, count);
            }
        }
        return counts;
    }

    /** Removes or detaches all rows, in the running transaction, which says to the database that it is an erasure. */
    void remove(long customerId) {
        // Asked for first: the numbers that lead to the customer are among what goes.
        List<Long> numbers = former.numbers(customerId);
        Sql.erasing(dataSource, () -> removeRows(numbers));
    }

    private void removeRows(List<Long> numbers) {
        for (OwnedTable table : inOrder()) {
            Ownership.Rows rows = ownership.rows(table);
            if (table.erase() == Erase.DELETE) {
                Sql.execute(
                        dataSource, "delete from " + table.table() + " where " + rows.condition(), rows.of(numbers));
            } else if (table.erase() == Erase.DETACH) {
                String nothing = table.reach().columns().stream()
                        .map(column -> column + " = null")
                        .collect(Collectors.joining(", "));
                Sql.execute(
                        dataSource,
                        "update " + table.table() + " set " + nothing + " where " + rows.condition(),
                        rows.of(numbers));
            }
        }
    }

    /**
     * What refers to a table comes before it, and so does what is reached through it: once that is gone, its rows could not be found
     * any more.
     */
    private List<OwnedTable> inOrder() {
        List<String[]> references = new ArrayList<>(
                Sql.many(dataSource, REFERENCES, Sql.of(), row -> new String[] {row.getString(1), row.getString(2)}));
        List<OwnedTable> waiting = new ArrayList<>(ownership.tables());
        List<OwnedTable> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<OwnedTable> next = waiting.stream()
                    .filter(table -> waiting.stream()
                            .noneMatch(other -> !other.table().equals(table.table())
                                    && (other.reach().table().equals(table.table())
                                            || references.stream()
                                                    .anyMatch(r ->
                                                            r[0].equals(other.table()) && r[1].equals(table.table())))))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables wait for each other: "
                        + waiting.stream().map(OwnedTable::table).toList());
            }
            ordered.addAll(next);
            waiting.removeAll(next);
        }
        return ordered;
    }
}
