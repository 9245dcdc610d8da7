package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;
import org.kontor.shared.Sql;

/**
 * Counts, adds up and takes checksums of what belongs to the customers of a merge, so that it can be held that nothing was lost
 * (S4-118, S4-122, S4-125). Rows that go over as they are count with all their columns but the one that names the customer; of
 * rows that may be united counts what makes them the same.
 */
@ApplicationScoped
class MergeMeasure {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Ownership ownership;

    @Inject
    Catalogue catalogue;

    /**
     * What was found of one declaration.
     *
     * @param ofTarget rows of the target
     * @param ofSources rows of the sources
     * @param conserved how many must be there afterwards: rows, or different ones where they can be united
     * @param checksum over these
     * @param sums by currency
     * @param highest the highest id; rows with higher ones were not there when it was measured
     */
    record Found(
            long ofTarget,
            long ofSources,
            long conserved,
            BigDecimal checksum,
            Map<String, BigDecimal> sums,
            long highest) {

        private Found plus(Found other) {
            Map<String, BigDecimal> added = new TreeMap<>(sums);
            other.sums.forEach((currency, amount) -> added.merge(currency, amount, BigDecimal::add));
            return new Found(
                    ofTarget + other.ofTarget,
                    ofSources + other.ofSources,
                    conserved + other.conserved,
                    checksum.add(other.checksum),
                    added,
                    Math.max(highest, other.highest));
        }
    }

    private static final Found NOTHING = new Found(0, 0, 0, BigDecimal.ZERO, Map.of(), 0);

    /** What must be conserved of declarations with one of these rules, before a merge. */
    Map<OwnedTable, Found> before(long target, List<Long> sources, Set<Merge> rules) {
        List<Long> all = new ArrayList<>(sources);
        all.add(target);
        Map<OwnedTable, Found> found = new LinkedHashMap<>();
        for (OwnedTable owned : ownership.tables()) {
            if (rules.contains(owned.merge())
                    && (owned.merge() == Merge.MOVES || !owned.sameBy().isEmpty())) {
                found.put(owned, find(owned, target, all, Long.MAX_VALUE));
            }
        }
        return found;
    }

    /**
     * The same after it; what the merge itself wrote into a history is not counted.
     *
     * @throws IllegalStateException when something was lost, which rolls the merge back
     */
    List<MergedRows> after(Map<OwnedTable, Found> before, long target) {
        List<MergedRows> rows = new ArrayList<>();
        before.forEach((owned, was) -> {
            Found is = find(owned, target, List.of(target), was.highest());
            if (is.conserved() != was.conserved()
                    || is.checksum().compareTo(was.checksum()) != 0
                    || !same(is.sums(), was.sums())) {
                throw new IllegalStateException(
                        "A merge did not conserve " + owned.noun() + ": " + was + ", then " + is);
            }
            if (was.ofSources() + was.ofTarget() > 0) {
                rows.add(new MergedRows(
                        owned.noun(),
                        was.ofTarget(),
                        was.ofSources(),
                        is.ofTarget(),
                        was.ofTarget() + was.ofSources() - is.ofTarget(),
                        sums(was.sums(), is.sums()),
                        text(was.checksum()),
                        text(is.checksum())));
            }
        });
        return rows;
    }

    private Found find(OwnedTable owned, long target, List<Long> customers, long highest) {
        Ownership.Rows rows = ownership.rows(owned);
        String column = owned.reach().columns().get(0);
        if (owned.merge() != Merge.MOVES) {
            // Of two with the same content one counts, whoever has them.
            String sql = "select count(*) filter (where mine), count(*) filter (where not mine), count(distinct k),"
                    + " coalesce((select sum(hashtextextended(d, 0)) from unnest(array_agg(distinct k)) d), 0)"
                    + " from (select " + column + " = ? as mine, (" + owned.sameBy() + ")::text as k from "
                    + owned.table()
                    + " where " + rows.condition() + ") t";
            return Sql.one(
                            dataSource,
                            sql,
                            statement -> {
                                statement.setLong(1, target);
                                rows.of(customers, 1).set(statement);
                            },
                            row -> new Found(
                                    row.getLong(1), row.getLong(2), row.getLong(3), row.getBigDecimal(4), Map.of(), 0))
                    .orElse(NOTHING);
        }
        Set<String> changing = pointing(owned);
        changing.add(column);
        String content = catalogue.columns(owned.table()).stream()
                .filter(each -> !changing.contains(each))
                .collect(Collectors.joining(", "));
        String currency = owned.money().map(OwnedTable.Money::currency).orElse("''");
        String amount = owned.money().map(OwnedTable.Money::amount).orElse("0");
        String sql = "select " + column + " = ?, " + currency + ", count(*), sum(" + amount
                + "), sum(hash_record_extended(row(" + content + "), 0)), max(id) from " + owned.table()
                + " where id <= ? and " + rows.condition() + " group by 1, 2";
        return Sql.many(
                        dataSource,
                        sql,
                        statement -> {
                            statement.setLong(1, target);
                            statement.setLong(2, highest);
                            rows.of(customers, 2).set(statement);
                        },
                        row -> new Found(
                                row.getBoolean(1) ? row.getLong(3) : 0,
                                row.getBoolean(1) ? 0 : row.getLong(3),
                                row.getLong(3),
                                row.getBigDecimal(5),
                                owned.money().isPresent() ? Map.of(row.getString(2), row.getBigDecimal(4)) : Map.of(),
                                row.getLong(6)))
                .stream()
                .reduce(NOTHING, Found::plus);
    }

    /** Columns that may point to another row afterwards, since what they point to can be united. */
    private Set<String> pointing(OwnedTable owned) {
        Set<String> united = ownership.tables().stream()
                .filter(each -> each.merge() == Merge.UNITES)
                .map(OwnedTable::table)
                .collect(Collectors.toSet());
        return catalogue.references().stream()
                .filter(each -> each.table().equals(owned.table()) && united.contains(each.other()))
                .map(Catalogue.Reference::column)
                .collect(Collectors.toSet());
    }

    private static boolean same(Map<String, BigDecimal> some, Map<String, BigDecimal> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream()
                        .allMatch(e -> e.getValue().compareTo(Objects.requireNonNull(others.get(e.getKey()))) == 0);
    }

    private static List<MergedRows.Sum> sums(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        return new TreeSet<>(before.keySet())
                .stream()
                        .map(currency -> new MergedRows.Sum(
                                currency,
                                Objects.requireNonNull(before.get(currency)).toPlainString(),
                                Objects.requireNonNull(after.get(currency)).toPlainString()))
                        .toList();
    }

    private static String text(BigDecimal checksum) {
        return checksum.toBigInteger().toString(16);
    }
}
