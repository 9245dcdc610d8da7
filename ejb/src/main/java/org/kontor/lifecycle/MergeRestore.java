package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.Sql;

/**
 * Puts rows back from what {@link MergeJournal} noted. What somebody changed since stays as it is and is told. A row that refers to
 * something that is not there, such as a customer who was merged meanwhile, waits until it is.
 */
@ApplicationScoped
class MergeRestore {

    private static final String PIECE =
            " from merge_row m cross join lateral jsonb_populate_record(null::%s, m.key) k ";

    private static final String OF_MERGE = " where m.merge_id = ? and m.table_name = ? ";

    /**
     * Equal, but no way to an index: after a merge nearly all rows have the same value, and they are to be found by their keys, however
     * little the planner knows of them.
     */
    private static final String STILL = " is not distinct from ";

    private static final List<String> STAMPS = List.of("version", "updated_at", "updated_by");

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Catalogue catalogue;

    /** Rows that the merge added, and what it changed in others. */
    List<UndoConflict> revert(long mergeId, OwnedTable owned) {
        String table = owned.table();
        String piece = String.format(PIECE, table);
        List<UndoConflict> conflicts = new ArrayList<>(changedSince(mergeId, owned));
        Sql.execute(
                dataSource,
                "delete from " + table + " x using merge_row m cross join lateral jsonb_populate_record(null::" + table
                        + ", m.key) k" + OF_MERGE + "and m.before is null and to_jsonb(x) = m.after and "
                        + same("x", "k", table),
                Sql.of(mergeId, table));
        List<String> columns = catalogue.columns(table);
        String version = columns.contains("version") ? " || jsonb_build_object('version', p.version + 1)" : "";
        Sql.execute(
                dataSource,
                "update " + table + " x set "
                        + columns.stream().map(c -> c + " = (n.r)." + c).collect(Collectors.joining(", "))
                        + " from (select jsonb_populate_record(null::" + table
                        + ", merge_reverted(to_jsonb(p), m.before, m.after)" + version + ") r" + piece + "join " + table
                        + " p on " + same("p", "k", table) + OF_MERGE
                        + "and m.before is not null and m.after is not null) n where " + same("x", "(n.r)", table),
                Sql.of(mergeId, table));
        return conflicts;
    }

    private List<UndoConflict> changedSince(long mergeId, OwnedTable owned) {
        String table = owned.table();
        return Sql.many(
                dataSource,
                "select m.key::text, b.key, coalesce(to_jsonb(p) ->> b.key, ''), coalesce(m.before ->> b.key, '')"
                        + String.format(PIECE, table) + "left join " + table + " p on " + same("p", "k", table)
                        + " cross join lateral jsonb_each(m.before) b" + OF_MERGE
                        + "and m.after is not null and b.value is distinct from m.after -> b.key and b.key <> all(?)"
                        + " and to_jsonb(p) -> b.key is distinct from m.after -> b.key"
                        + " and to_jsonb(p) -> b.key is distinct from b.value order by 1, 2",
                Sql.of(mergeId, table, STAMPS.toArray(String[]::new)),
                row -> new UndoConflict(
                        owned.noun(), row.getString(1) + " " + row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Rows that the merge took away. */
    List<UndoConflict> putBack(long mergeId, OwnedTable owned) {
        String table = owned.table();
        putBack(table, "m.merge_id = ? and m.table_name = ? and m.after is null", Sql.of(mergeId, table));
        return Sql.many(
                dataSource,
                "select m.key::text, m.before::text" + String.format(PIECE, table) + OF_MERGE
                        + "and m.after is null and not m.pending and not exists (select from " + table + " x where "
                        + same("x", "k", table) + " and to_jsonb(x) = m.before) order by 1",
                Sql.of(mergeId, table),
                row -> new UndoConflict(owned.noun(), row.getString(1), "", row.getString(2)));
    }

    /** Inserts noted rows for which all is there that they refer to; the others wait. Answers the merges of which a row waits now or no longer does. */
    private List<Long> putBack(String table, String which, Sql.Parameters parameters) {
        String missing = catalogue.references().stream()
                .filter(each -> each.table().equals(table) && !each.other().equals(table))
                .map(each -> " or (r." + each.column() + " is not null and not exists (select from " + each.other()
                        + " o where o." + each.key() + " = r." + each.column() + "))")
                .collect(Collectors.joining("", "(false", ")"));
        String rows = " from merge_row m cross join lateral jsonb_populate_record(null::" + table + ", " + image(table)
                + ") r where " + which;
        List<String> columns = catalogue.columns(table);
        Sql.execute(
                dataSource,
                "insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select "
                        + columns.stream().map(c -> "r." + c).collect(Collectors.joining(", ")) + rows + " and not "
                        + missing + " on conflict do nothing",
                parameters);
        return Sql.many(
                dataSource,
                "update merge_row u set pending = s.missing from (select m.merge_id, m.table_name, m.key, " + missing
                        + " missing" + rows + ") s where u.merge_id = s.merge_id and u.table_name = s.table_name"
                        + " and u.key = s.key and u.pending <> s.missing returning u.merge_id",
                parameters,
                row -> row.getLong(1));
    }

    /** Of a customer, an account number that another has now, or a parent who is no more, cannot be had again. */
    private static String image(String table) {
        return table.equals("customer")
                ? "m.before || case when exists (select from customer o where o.entity_id = (m.before ->> 'entity_id')::bigint"
                        + " and o.account_number = m.before ->> 'account_number' and o.account_number <> '')"
                        + " then '{\"account_number\": \"\"}'::jsonb else '{}' end"
                        + " || case when m.before ->> 'parent_id' is null"
                        + " or exists (select from customer o where o.id = (m.before ->> 'parent_id')::bigint)"
                        + " or exists (select from merge_source s where s.merge_id = m.merge_id"
                        + " and s.source_id = (m.before ->> 'parent_id')::bigint)"
                        + " then '{}'::jsonb else '{\"parent_id\": null, \"account_type\": \"STANDARD\"}' end"
                : "m.before";
    }

    /** Tables of which the merge noted rows. */
    Set<String> noted(long mergeId) {
        return Set.copyOf(Sql.many(
                dataSource,
                "select distinct table_name from merge_row where merge_id = ?",
                Sql.of(mergeId),
                row -> row.getString(1)));
    }

    /** How many rows of which tables went over as they are. */
    Map<String, Long> moved(long mergeId) {
        Map<String, Long> moved = new HashMap<>();
        Sql.many(
                dataSource,
                "select table_name, sum(cardinality(ids)) from merge_move where merge_id = ? group by 1",
                Sql.of(mergeId),
                row -> moved.put(row.getString(1), row.getLong(2)));
        return moved;
    }

    /** Gives so many rows that went over as they are back; answers those that somebody gave to another since. */
    Optional<UndoConflict> moveBack(long mergeId, OwnedTable owned, long target, long noted) {
        String column = owned.reach().columns().get(0);
        int moved = Sql.execute(
                dataSource,
                "update " + owned.table() + " x set " + column + " = m.source_id"
                        + " from (select source_id, unnest(ids) id from merge_move"
                        + " where merge_id = ? and table_name = ? and column_name = ?) m"
                        + " where x.id = m.id and x." + column + STILL + "?",
                Sql.of(mergeId, owned.table(), column, target));
        return moved == noted
                ? Optional.empty()
                : Optional.of(new UndoConflict(owned.noun(), noted - moved + " of " + noted, "", Long.toString(noted)));
    }

    /** References to rows that were united; where somebody chose another since, that choice stays. */
    void pointBack(long mergeId) {
        record Place(String table, String column) {}
        List<Place> places = Sql.many(
                dataSource,
                "select distinct table_name, column_name from merge_reference where merge_id = ? order by 1, 2",
                Sql.of(mergeId),
                row -> new Place(row.getString(1), row.getString(2)));
        for (Place place : places) {
            Sql.execute(
                    dataSource,
                    "update " + place.table() + " x set " + place.column() + " = m.before from merge_reference m"
                            + " cross join lateral jsonb_populate_record(null::" + place.table() + ", m.key) k"
                            + " where m.merge_id = ? and m.table_name = ? and m.column_name = ? and x." + place.column()
                            + STILL + "m.after and " + same("x", "k", place.table()),
                    Sql.of(mergeId, place.table(), place.column()));
        }
    }

    /**
     * Puts back what waits in merges that were taken back before, now that this one was and more is there again. Of a merge that was
     * taken back nothing stays noted but what still waits.
     */
    void putBackWaiting(long mergeId, List<OwnedTable> tables) {
        Set<String> waiting = Set.copyOf(Sql.many(
                dataSource,
                "select distinct table_name from merge_row where pending",
                Sql.of(),
                row -> row.getString(1)));
        Set<Long> touched = new TreeSet<>(Set.of(mergeId));
        tables.stream()
                .map(OwnedTable::table)
                .filter(waiting::contains)
                .forEach(table -> touched.addAll(putBack(table, "m.pending and m.table_name = ?", Sql.of(table))));
        Sql.execute(
                dataSource,
                "delete from merge_row m using customer_merge c where c.id = m.merge_id and c.undone_at is not null"
                        + " and not m.pending and m.merge_id = any(?)",
                Sql.of((Object) touched.toArray(Long[]::new)));
    }

    /** Sources whose parent became part of another customer, by the parent. */
    List<Long> parentsMerged(long mergeId) {
        return Sql.many(
                dataSource,
                "select distinct f.id from merge_row m join former_customer f on f.id = (m.before ->> 'parent_id')::bigint"
                        + " where m.merge_id = ? and m.table_name = 'customer' and f.id not in"
                        + " (select source_id from merge_source where merge_id = ?)",
                Sql.of(mergeId, mergeId),
                row -> row.getLong(1));
    }

    /** Whether the customer has child accounts that the merge did not bring. */
    boolean hasOtherChildren(long mergeId, long target) {
        return Sql.one(
                        dataSource,
                        "select 1 from customer where parent_id = ? and id not in (select unnest(ids) from merge_move"
                                + " where merge_id = ? and table_name = 'customer') limit 1",
                        Sql.of(target, mergeId),
                        row -> 1)
                .isPresent();
    }

    private String same(String one, String other, String table) {
        return catalogue.key(table).stream()
                .map(column -> one + "." + column + " = " + other + "." + column)
                .collect(Collectors.joining(" and "));
    }
}
