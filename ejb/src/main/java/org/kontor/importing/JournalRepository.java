package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.customer.CustomerView;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.RecordJson;
import org.kontor.shared.Sql;

/** What a run leaves behind besides the customers: how those were that it changed, and which new ones resemble others. */
@ApplicationScoped
public class JournalRepository {

    /** Of the customers as they were before the first row of the run; the version is the one that the run leaves. */
    private static final String KEEP = """
            insert into import_before (import_id, customer_id, version_after, draft)
            select ?, id, version + 1, draft::jsonb from unnest(?::bigint[], ?::bigint[], ?::text[]) as w(id, version, draft)
            on conflict (import_id, customer_id) do update set version_after = excluded.version_after
            """;

    /** The first one other than itself by each e-mail address and phone number. */
    private static final String NEAR = """
            insert into import_near_match (import_id, customer_id, other_id, reason, row_number)
            select ?, n.id, o.customer_id, o.reason, n.row_number from unnest(?::bigint[], ?::bigint[]) as n(id, row_number)
            cross join lateral (
                (select x.customer_id, 'EMAIL' as reason from customer_email e
                 cross join lateral (select m.customer_id from customer_email m
                    where lower(m.address collate "C") = lower(e.address collate "C") and m.customer_id < n.id limit 1) x
                 where e.customer_id = n.id)
                union
                (select x.customer_id, 'PHONE' from customer_phone p
                 cross join lateral (select m.customer_id from customer_phone m
                    where m.number collate "C" = p.number collate "C" and m.customer_id < n.id limit 1) x
                 where p.customer_id = n.id)) o
            on conflict do nothing
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Keeps customers as they were before the running transaction changed them. */
    void keep(long importId, List<CustomerView> before) {
        Sql.execute(dataSource, KEEP, s -> {
            s.setLong(1, importId);
            s.setArray(
                    2, array(s, "bigint", before.stream().map(CustomerView::id).toArray()));
            s.setArray(
                    3,
                    array(
                            s,
                            "bigint",
                            before.stream().map(CustomerView::version).toArray()));
            s.setArray(
                    4,
                    array(
                            s,
                            "text",
                            before.stream()
                                    .map(view -> RecordJson.write(view.toDraft()))
                                    .toArray()));
        });
    }

    /**
     * Notes which new customers share an e-mail address or a phone number with another.
     *
     * @param idOf ids of new customers by what stood for them in the plan
     */
    void nearMatches(long importId, Map<Long, Long> idOf) {
        if (idOf.isEmpty()) {
            return;
        }
        int count = Sql.execute(dataSource, NEAR, s -> {
            s.setLong(1, importId);
            s.setArray(2, array(s, "bigint", idOf.values().toArray()));
            s.setArray(
                    3,
                    array(
                            s,
                            "bigint",
                            idOf.keySet().stream().map(id -> id - ChunkPlan.NEW).toArray()));
        });
        if (count > 0) {
            Sql.execute(dataSource, "update import_run set near_matches = near_matches + ? where id = ?", s -> {
                s.setInt(1, count);
                s.setLong(2, importId);
            });
        }
    }

    /** New customers that resemble others, behind this customer and reason, in the order of their creation. */
    List<NearMatch> near(long importId, long afterCustomer, String afterReason, int limit) {
        return Sql.many(
                dataSource,
                "select n.row_number, n.customer_id, c.display_name, n.other_id, o.display_name, n.reason"
                        + " from import_near_match n join customer c on c.id = n.customer_id"
                        + " join customer o on o.id = n.other_id where n.import_id = ?"
                        + " and (n.customer_id, n.other_id || n.reason) > (?, ?) order by n.customer_id, n.other_id || n.reason"
                        + " limit ?",
                s -> {
                    s.setLong(1, importId);
                    s.setLong(2, afterCustomer);
                    s.setString(3, afterReason);
                    s.setInt(4, limit);
                },
                r -> new NearMatch(
                        r.getLong(1),
                        r.getLong(2),
                        r.getString(3),
                        r.getLong(4),
                        r.getString(5),
                        NearMatch.Reason.valueOf(r.getString(6))));
    }

    private static Array array(PreparedStatement s, String type, Object[] values) throws SQLException {
        return s.getConnection().createArrayOf(type, values);
    }
}
