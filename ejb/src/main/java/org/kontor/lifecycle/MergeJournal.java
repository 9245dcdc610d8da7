package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.RowsUnited;
import org.kontor.shared.Sql;

/**
 * Moves rows to the customer that stays and notes every move, so that it can be taken back: ids of rows that go over as they are,
 * whole rows where more changes, references to rows that were united. What concerns many rows is one statement a table.
 */
@ApplicationScoped
class MergeJournal {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Ownership ownership;

    @Inject
    Catalogue catalogue;

    /** Lets rows of a ledger and of a history change the customer, in the running transaction alone. */
    void merging(boolean on) {
        Sql.execute(dataSource, "set local kontor.merging = '" + (on ? "on" : "off") + "'", Sql.of());
    }

    /** Notes rows of these customers as they are before something other than their customer changes. */
    void before(long mergeId, OwnedTable owned, List<Long> customers) {
        Ownership.Rows rows = ownership.rows(owned);
        Sql.execute(
                dataSource,
                "insert into merge_row (merge_id, table_name, key, before) select ?, ?, " + key(owned)
                        + ", to_jsonb(x) from " + owned.table() + " x where " + rows.condition(),
                statement -> {
                    statement.setLong(1, mergeId);
                    statement.setString(2, owned.table());
                    rows.of(customers, 2).set(statement);
                });
    }

    /** Notes what has become of the rows that {@link #before} noted; those that stayed as they were are forgotten. */
    void after(long mergeId, OwnedTable owned, long target) {
        Ownership.Rows rows = ownership.rows(owned);
        Sql.execute(
                dataSource,
                "insert into merge_row (merge_id, table_name, key, after) select ?, ?, " + key(owned)
                        + ", to_jsonb(x) from "
                        + owned.table() + " x where " + rows.condition()
                        + " on conflict (merge_id, table_name, key) do update set after = excluded.after",
                statement -> {
                    statement.setLong(1, mergeId);
                    statement.setString(2, owned.table());
                    rows.of(List.of(target), 2).set(statement);
                });
        Sql.execute(
                dataSource,
                "delete from merge_row where merge_id = ? and table_name = ? and before = after",
                Sql.of(mergeId, owned.table()));
    }

    private String key(OwnedTable owned) {
        return catalogue.key(owned.table()).stream()
                .map(column -> "'" + column + "', x." + column)
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    /** Takes values that there can be once away from the sources, whose records go: they are noted, and the target has them. */
    void clear(OwnedTable owned, List<Long> sources) {
        Ownership.Rows rows = ownership.rows(owned);
        String sql = owned.table().equals("customer")
                ? "update customer set account_number = '' where account_number <> '' and " + rows.condition()
                : "delete from " + owned.table() + " where " + rows.condition();
        Sql.execute(dataSource, sql, rows.of(sources));
    }

    /** Gives rows to another customer, each as it is. */
    void move(long mergeId, OwnedTable owned, long target, List<Long> sources) {
        String column = owned.reach().columns().get(0);
        Long[] ids = sources.toArray(Long[]::new);
        int noted = Sql.execute(
                dataSource,
                "insert into merge_move (merge_id, table_name, column_name, source_id, ids) select ?, ?, ?, " + column
                        + ", array_agg(id) from " + owned.table() + " where " + column + " = any(?) group by " + column,
                Sql.of(mergeId, owned.table(), column, ids));
        if (noted > 0) {
            Sql.execute(
                    dataSource,
                    "update " + owned.table() + " set " + column + " = ? where " + column + " = any(?)",
                    Sql.of(target, ids));
        }
    }

    /** Whatever refers to a row that goes refers to the one that stays, whichever feature it is of. */
    void on(@Observes RowsUnited united) {
        Long[] going = united.into().keySet().toArray(Long[]::new);
        Long[] staying = united.into().values().toArray(Long[]::new);
        for (Catalogue.Reference reference : catalogue.references()) {
            if (!reference.other().equals(united.table())) {
                continue;
            }
            String key = catalogue.key(reference.table()).stream()
                    .map(column -> "'" + column + "', x." + column)
                    .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
            String pairs = " from unnest(?::bigint[], ?::bigint[]) p(goes, stays)";
            int noted = Sql.execute(
                    dataSource,
                    "insert into merge_reference (merge_id, table_name, column_name, key, before, after) select ?, ?, ?, "
                            + key
                            + ", p.goes, p.stays" + pairs + " join " + reference.table() + " x on x."
                            + reference.column()
                            + " = p.goes",
                    Sql.of(united.mergeId(), reference.table(), reference.column(), going, staying));
            if (noted > 0) {
                Sql.execute(
                        dataSource,
                        "update " + reference.table() + " x set " + reference.column() + " = p.stays" + pairs
                                + " where x." + reference.column() + " = p.goes",
                        Sql.of(going, staying));
            }
        }
    }

    /** Forgets what could bring the sources back; who they were stays known. */
    void forget(long mergeId) {
        catalogue.references().stream()
                .filter(each ->
                        each.other().equals("customer_merge") && !each.table().equals("merge_source"))
                .forEach(each -> Sql.execute(
                        dataSource,
                        "delete from " + each.table() + " where " + each.column() + " = ?",
                        Sql.of(mergeId)));
    }

    /** Merges go with the customer whose they are. */
    void on(@Observes CustomersRemoved removed) {
        Sql.execute(dataSource, "delete from customer_merge where customer_id = any(?)", Sql.of((Object)
                removed.ids().toArray(Long[]::new)));
    }
}
