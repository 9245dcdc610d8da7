package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.Sql;

/**
 * The registry of everything that belongs to customers, put together from the declarations of all features (S3-60, X-33). It knows
 * their order, and writes the condition by which the rows of given customers are found.
 */
@ApplicationScoped
class Ownership {

    @Inject
    Catalogue catalogue;

    @Inject
    @Any
    Instance<HoldsOwned> holders;

    private volatile List<OwnedTable> ordered = List.of();
    private final Map<OwnedTable, Rows> found = new ConcurrentHashMap<>();

    /**
     * Where the rows of customers are.
     *
     * @param condition SQL over the columns of the table, with {@code parameters} parameters of type {@code bigint[]}
     * @param parameters how many; each is the ids of the customers
     */
    record Rows(String condition, int parameters) {

        /** The ids, as often as the condition asks for them. */
        Sql.Parameters of(Collection<Long> customers) {
            return of(customers, 0);
        }

        /** As {@link #of(Collection)}, behind so many parameters that the caller sets. */
        Sql.Parameters of(Collection<Long> customers, int behind) {
            Long[] ids = customers.toArray(Long[]::new);
            return statement -> {
                for (int i = 1; i <= parameters; i++) {
                    statement.setObject(behind + i, ids);
                }
            };
        }
    }

    /**
     * Every declared table: one that others refer to comes before them, so that rows can be restored in this order and removed in the
     * opposite one. Put together once: neither declarations nor foreign keys change while Kontor runs.
     */
    List<OwnedTable> tables() {
        if (ordered.isEmpty()) {
            ordered = List.copyOf(inOrder());
        }
        return ordered;
    }

    private List<OwnedTable> inOrder() {
        List<OwnedTable> waiting = new ArrayList<>();
        for (HoldsOwned holder : holders) {
            waiting.addAll(holder.ownedTables());
        }
        waiting.sort(Comparator.comparing(OwnedTable::noun));
        List<Catalogue.Reference> references = catalogue.references();
        List<OwnedTable> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> later = waiting.stream().map(OwnedTable::table).toList();
            List<OwnedTable> next = waiting.stream()
                    .filter(table -> references.stream()
                            .noneMatch(r -> r.table().equals(table.table())
                                    && !r.other().equals(r.table())
                                    && later.contains(r.other())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + later);
            }
            sorted.addAll(next);
            waiting.removeAll(next);
        }
        return sorted;
    }

    /** The rows of customers in a declared table. */
    Rows rows(OwnedTable owned) {
        return found.computeIfAbsent(owned, table -> rows(table, tables()));
    }

    private static Rows rows(OwnedTable owned, List<OwnedTable> all) {
        List<String> columns = owned.reach().columns();
        if (owned.reach().direct()) {
            return new Rows(either(columns, " = any(?)"), columns.size());
        }
        // Of the declarations of the table between, any leads to the customer.
        List<Rows> ways = all.stream()
                .filter(each -> each.table().equals(owned.reach().table()))
                .map(each -> rows(each, all))
                .toList();
        String between = ways.stream().map(Rows::condition).collect(Collectors.joining(" or "));
        String in =
                " in (select " + owned.reach().key() + " from " + owned.reach().table() + " where " + between + ")";
        int parameters = ways.stream().mapToInt(Rows::parameters).sum();
        return new Rows(either(columns, in), columns.size() * parameters);
    }

    private static String either(List<String> columns, String test) {
        return columns.stream().map(column -> column + test).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The declaration with this noun. */
    Optional<OwnedTable> find(String noun) {
        return tables().stream().filter(each -> each.noun().equals(noun)).findFirst();
    }

    /** The nouns of all declarations, in their order. */
    Stream<String> nouns() {
        return tables().stream().map(OwnedTable::noun);
    }
}
