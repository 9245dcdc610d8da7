package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.lifecycle.DuplicateSearchView.Step;
import org.kontor.shared.Sql;

/** Takes customers of an import who resemble others to the latest search. */
@ApplicationScoped
class ImportedDuplicateRepository {

    /**
     * Pairs that share an e-mail address or phone number, as the import noted them, and those with the same birthdate and last name
     * (S3-48); without those about whom somebody has decided and those that are in the queue.
     */
    private static final String PAIRS = """
            with fresh as materialized (
              select distinct c.id, c.birthdate, lower(c.last_name) as name
              from import_row_key k join customer c on c.id = k.customer_id
              where k.import_id = ? and k.created and c.birthdate is not null and c.last_name <> ''),
            shared as (
              select c.birthdate, lower(c.last_name) as name from customer c
              where not c.archived and c.birthdate is not null
                and (c.birthdate, lower(c.last_name)) in (select birthdate, name from fresh)
              group by 1, 2 having count(*) between 2 and ?),
            alike as (
              select least(customer_id, other_id) as low, greatest(customer_id, other_id) as high
              from import_near_match where import_id = ?
              union
              select least(f.id, o.id), greatest(f.id, o.id)
              from shared s join fresh f on f.birthdate = s.birthdate and f.name = s.name
              join customer o on o.birthdate = s.birthdate and lower(o.last_name) = s.name and o.id <> f.id and not o.archived)
            insert into duplicate_candidate (search_id, low_id, high_id)
            select ?, low, high from alike a
            where not exists (select from duplicate_decision d where d.low_id = a.low and d.high_id = a.high
                and d.decision = 'NOT_DUPLICATE')
              and not exists (select from duplicate_pair p where p.search_id = ? and p.low_id = a.low and p.high_id = a.high)
            on conflict do nothing
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** The latest search. */
    record Latest(long id, State state, Step step) {}

    /** The latest search, locked until the transaction ends. */
    Optional<Latest> latest() {
        return Sql.one(
                dataSource,
                "select id, state, step from duplicate_search order by id desc limit 1 for update",
                Sql.of(),
                row -> new Latest(row.getLong(1), State.valueOf(row.getString(2)), Step.valueOf(row.getString(3))));
    }

    /** A search that has found nothing, for whoever has not searched yet. */
    Latest begin(long userId, String login, Instant now) {
        long id = Sql.one(
                        dataSource,
                        "insert into duplicate_search (created_at, created_by, user_id, updated_at, state, step, total)"
                                + " values (?, ?, ?, ?, 'SUCCEEDED', 'GROUP', 0) returning id",
                        Sql.of(now, login, userId, now),
                        row -> row.getLong(1))
                .orElseThrow();
        return new Latest(id, State.SUCCEEDED, Step.GROUP);
    }

    /** Puts pairs to those that wait for being compared; answers how many. */
    int add(long searchId, long importId, int mostOfAKey) {
        return Sql.execute(dataSource, PAIRS, Sql.of(importId, (long) mostOfAKey, importId, searchId, searchId));
    }

    /** Lets a search compare so many more pairs. */
    void compare(long searchId, int pairs, long userId, Instant now) {
        Sql.execute(
                dataSource,
                "update duplicate_search set state = case when state = 'RUNNING' then state else 'PENDING' end, step = 'COMPARE',"
                        + " total = case when step = 'COMPARE' then total else done end + ?, message = '', user_id = ?,"
                        + " updated_at = ?, version = version + 1 where id = ?",
                Sql.of((long) pairs, userId, now, searchId));
    }

    /** Forgets a search that has nothing to compare. */
    void forget(long searchId) {
        Sql.execute(dataSource, "delete from duplicate_search where id = ?", Sql.of(searchId));
    }

    /** Who asked for an import. */
    record Asked(long userId, String login) {}

    Optional<Asked> asked(long importId) {
        return Sql.one(
                dataSource,
                "select user_id, created_by from import_run where id = ?",
                Sql.of(importId),
                row -> new Asked(row.getLong(1), row.getString(2)));
    }
}
