package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.lifecycle.DuplicateSearchView.Step;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.Sql;

/** Searches, keys, candidates and pairs in the database. What concerns many rows is one statement. */
@ApplicationScoped
class DuplicateRepository {

    private static final String COLUMNS =
            "id, version, created_at, created_by, updated_at, state, step, total, done, found, message, user_id, next_id";

    /** A pair that nobody has taken out of the queue on this day. */
    private static final String OPEN =
            " not exists (select from duplicate_decision d where d.low_id = %1$s.%2$s and d.high_id = %1$s.%3$s"
                    + " and (d.decision = 'NOT_DUPLICATE' or d.until > ?)) ";

    private static final String BLOCK = """
            insert into duplicate_candidate (search_id, key, low_id, high_id)
            select a.search_id, min(a.key) as key, a.customer_id, b.customer_id
            from (select key from duplicate_key where search_id = ? group by key having count(*) between 2 and ?) shared
            join duplicate_key a on a.search_id = ? and a.key = shared.key
            join duplicate_key b on b.search_id = ? and b.key = shared.key and b.customer_id > a.customer_id
            where not exists (select from duplicate_decision d where d.low_id = a.customer_id and d.high_id = b.customer_id
              and d.decision = 'NOT_DUPLICATE')
            group by a.search_id, a.customer_id, b.customer_id
            order by key
            """;

    private static final String NEXT_CANDIDATES = """
            delete from duplicate_candidate c using
              (select key, low_id, high_id from duplicate_candidate where search_id = ? and key >= ? order by key, low_id, high_id limit ?) piece
            where c.search_id = ? and c.key = piece.key and c.low_id = piece.low_id and c.high_id = piece.high_id
            returning c.low_id, c.high_id, c.key
            """;

    /** Each pair takes over the smallest group of the pairs that it touches. */
    private static final String GROUP = """
            with member as (
              select id, min(group_id) group_id from (
                select low_id id, group_id from duplicate_pair where search_id = ?
                union all select high_id, group_id from duplicate_pair where search_id = ?) each_side
              group by id)
            update duplicate_pair p set group_id = least(low.group_id, high.group_id)
            from member low, member high
            where p.search_id = ? and low.id = p.low_id and high.id = p.high_id
              and p.group_id > least(low.group_id, high.group_id)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A search with what only its job needs.
     *
     * @param view what everybody sees
     * @param userId who started it
     * @param nextId where the step goes on
     */
    record Search(DuplicateSearchView view, long userId, long nextId) {}

    /**
     * Two customers, the one that was created first coming first.
     *
     * @param low created first
     * @param high the other
     */
    record Two(long low, long high) {}

    /** Two who wait for being compared, and a key that they share. */
    record Waiting(Two two, long key) {}

    /** Makes a search; empty when one is under way. */
    Optional<Long> insert(long userId, String login, Instant now) {
        return Sql.one(
                dataSource,
                "insert into duplicate_search (created_at, created_by, user_id, updated_at, state, step, total)"
                        + " select ?, ?, ?, ?, 'PENDING', 'KEYS', count(*) from customer where not archived"
                        + " on conflict do nothing returning id",
                Sql.of(now, login, userId, now),
                row -> row.getLong(1));
    }

    /** The search; locked until the transaction ends when {@code locked}. */
    Optional<Search> find(long id, boolean locked) {
        return Sql.one(
                dataSource,
                "select " + COLUMNS + " from duplicate_search where id = ?" + (locked ? " for update" : ""),
                Sql.of(id),
                DuplicateRepository::search);
    }

    List<DuplicateSearchView> list(long before, int atMost) {
        return Sql.many(
                dataSource,
                "select " + COLUMNS + " from duplicate_search where id < ? order by id desc limit ?",
                Sql.of(before, atMost),
                row -> search(row).view());
    }

    /** Notes how far it got. */
    void advance(long id, State state, Step step, long total, long done, long found, long nextId, Instant now) {
        Sql.execute(
                dataSource,
                "update duplicate_search set state = ?, step = ?, total = ?, done = ?, found = ?, next_id = ?, updated_at = ?,"
                        + " version = version + 1 where id = ?",
                Sql.of(state.name(), step.name(), total, done, found, nextId, now, id));
    }

    /** Notes that it ended before its time, and throws away what it had put together. */
    void end(long id, State state, String message, Instant now) {
        Sql.execute(
                dataSource,
                "update duplicate_search set state = ?, message = ?, updated_at = ?, version = version + 1 where id = ?",
                Sql.of(state.name(), message, now, id));
        Sql.execute(dataSource, "delete from duplicate_key where search_id = ?", Sql.of(id));
        Sql.execute(dataSource, "delete from duplicate_candidate where search_id = ?", Sql.of(id));
    }

    void copy(BulkCopy rows) {
        Sql.copy(dataSource, rows);
    }

    /** How many keys so many customers share, of those that from two to {@code most} do. */
    SortedMap<Integer, Long> sharing(long id, int most) {
        // The planner must know how many share a key, or it joins row by row.
        Sql.execute(dataSource, "analyze duplicate_key", Sql.of());
        SortedMap<Integer, Long> keys = new TreeMap<>();
        Sql.many(
                        dataSource,
                        "select n, count(*) from (select count(*) n from duplicate_key where search_id = ? group by key"
                                + " having count(*) between 2 and ?) shared group by n",
                        Sql.of(id, (long) most),
                        row -> Map.entry(row.getInt(1), row.getLong(2)))
                .forEach(each -> keys.put(each.getKey(), each.getValue()));
        return keys;
    }

    /** Puts together who shares a key that at most so many share, but for those who are known to be different. */
    int block(long id, int mostOfAKey) {
        int pairs = Sql.execute(dataSource, BLOCK, Sql.of(id, (long) mostOfAKey, id, id));
        // So that what waits is taken piece by piece from its index, whatever was known of the table when it was empty.
        Sql.execute(dataSource, "analyze duplicate_candidate", Sql.of());
        Sql.execute(dataSource, "delete from duplicate_key where search_id = ?", Sql.of(id));
        return pairs;
    }

    /** Takes the next pairs that wait, from this key on. */
    List<Waiting> next(long id, long from, int atMost) {
        return Sql.many(
                dataSource,
                NEXT_CANDIDATES,
                Sql.of(id, from, atMost, id),
                row -> new Waiting(new Two(row.getLong(1), row.getLong(2)), row.getLong(3)));
    }

    /** Which of these the search has found already. */
    Set<Two> found(long id, Collection<Two> pairs) {
        return Set.copyOf(Sql.many(
                dataSource,
                "select p.low_id, p.high_id from unnest(?, ?) t(low, high) join duplicate_pair p on p.search_id = ? and p.low_id = t.low"
                        + " and p.high_id = t.high",
                Sql.of(
                        pairs.stream().map(Two::low).toArray(Long[]::new),
                        pairs.stream().map(Two::high).toArray(Long[]::new),
                        id),
                row -> new Two(row.getLong(1), row.getLong(2))));
    }

    /** Tells the planner how many pairs there are, before they are put together. */
    void measurePairs() {
        Sql.execute(dataSource, "analyze duplicate_pair", Sql.of());
    }

    /** One step of putting pairs together to groups; answers how many changed. */
    int group(long id) {
        return Sql.execute(dataSource, GROUP, Sql.of(id, id, id));
    }

    /** Searches before this one have nothing more to say. */
    void forgetOthers(long id) {
        Sql.execute(dataSource, "delete from duplicate_candidate where search_id <= ?", Sql.of(id));
        Sql.execute(dataSource, "delete from duplicate_search where id < ?", Sql.of(id));
    }

    /** Groups with pairs that wait for a decision, by id, above {@code after}. */
    List<Long> groups(long id, long after, Optional<String> band, LocalDate today, int atMost) {
        return Sql.many(
                dataSource,
                "select distinct p.group_id from duplicate_pair p where p.search_id = ? and p.group_id > ?"
                        + " and (?::text is null or p.band = ?::text) and"
                        + String.format(OPEN, "p", "low_id", "high_id")
                        + "order by p.group_id limit ?",
                Sql.of(id, after, band.orElse(null), band.orElse(null), today, atMost),
                row -> row.getLong(1));
    }

    /** How many groups of the last search that succeeded wait for a decision, up to {@code atMost}. */
    int waiting(LocalDate today, int atMost) {
        return Sql.one(
                        dataSource,
                        "select count(*) from (select distinct p.group_id from duplicate_pair p where p.search_id ="
                                + " (select max(id) from duplicate_search where state = 'SUCCEEDED') and"
                                + String.format(OPEN, "p", "low_id", "high_id") + "limit ?) waiting",
                        Sql.of(today, atMost),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** The pairs of these groups that wait for a decision, by group. */
    Map<Long, List<Two>> pairs(long id, Collection<Long> groups, LocalDate today) {
        Map<Long, List<Two>> pairs = new LinkedHashMap<>();
        Sql.many(
                dataSource,
                "select p.group_id, p.low_id, p.high_id from duplicate_pair p where p.search_id = ? and p.group_id = any(?) and"
                        + String.format(OPEN, "p", "low_id", "high_id") + "order by p.group_id, p.low_id, p.high_id",
                Sql.of(id, groups.toArray(Long[]::new), today),
                row -> pairs.computeIfAbsent(row.getLong(1), group -> new ArrayList<>())
                        .add(new Two(row.getLong(2), row.getLong(3))));
        return pairs;
    }

    /** Those of the customers that somebody has said to be different from this one, or to be looked at later. */
    List<Long> decided(long customerId, LocalDate today) {
        return Sql.many(
                dataSource,
                "select case when low_id = ? then high_id else low_id end from duplicate_decision"
                        + " where (low_id = ? or high_id = ?) and (decision = 'NOT_DUPLICATE' or until > ?)",
                Sql.of(customerId, customerId, customerId, today),
                row -> row.getLong(1));
    }

    /** Remembers a decision in place of any former one. */
    void decide(Two pair, DuplicateDecision decision, Instant at, String by) {
        Sql.execute(
                dataSource,
                "insert into duplicate_decision (low_id, high_id, decision, until, at, actor) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (low_id, high_id) do update set decision = excluded.decision, until = excluded.until,"
                        + " at = excluded.at, actor = excluded.actor",
                Sql.of(
                        pair.low(),
                        pair.high(),
                        decision.decision().name(),
                        decision.decision() == DuplicateDecision.Kind.LATER
                                ? decision.until().orElseThrow()
                                : null,
                        at,
                        by));
    }

    private static Search search(ResultSet row) throws SQLException {
        DuplicateSearchView view = new DuplicateSearchView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                State.valueOf(row.getString(6)),
                Step.valueOf(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getString(11));
        return new Search(view, row.getLong(12), row.getLong(13));
    }
}
