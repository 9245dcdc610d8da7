package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.RowsUnited;
import org.kontor.shared.Sql;

/**
 * Brings the contacts of merged customers together (S4-115, X-32). Those with the same e-mail address become one: it stays that of
 * the target, else the oldest; its gaps are filled, it agrees to SMS only if all of them did. What goes over follows the record no
 * longer, and there is one primary contact: that of the target, else that of the first source.
 */
@ApplicationScoped
class UnitedContacts {

    private static final String SAME = """
            with ranked as (
              select id, customer_id, first_value(id) over (partition by lower(btrim(email)) order by customer_id <> ?, id) stays
              from contact where customer_id = any(?) and btrim(email) <> '')
            select id, stays from ranked where id <> stays and customer_id <> ?
            """;

    /** Of several that go the newest has the first word. */
    private static final String FILL = """
            with pair as (select unnest(?::bigint[]) goes, unnest(?::bigint[]) stays),
            gain as (
              select p.stays,
                array_remove(array_agg(nullif(c.title, '') order by c.updated_at desc, c.id), null) title,
                array_remove(array_agg(nullif(c.phone, '') order by c.updated_at desc, c.id), null) phone,
                array_remove(array_agg(nullif(c.mobile, '') order by c.updated_at desc, c.id), null) mobile,
                array_remove(array_agg(nullif(c.linked_in_url, '') order by c.updated_at desc, c.id), null) linked_in,
                array_remove(array_agg(nullif(c.first_name, '') order by c.updated_at desc, c.id), null) first_name,
                array_remove(array_agg(nullif(c.last_name, '') order by c.updated_at desc, c.id), null) last_name,
                array_remove(array_agg(c.contact_type_id order by c.updated_at desc, c.id), null) type_id,
                coalesce(jsonb_object_agg(v.key, v.value order by c.updated_at, c.id desc) filter (where v.key is not null), '{}') custom,
                bool_and(c.sms_opt_in) agrees, bool_and(c.set_inactive) inactive,
                bool_or(c.upstream = 'PRESENT') present, bool_or(c.upstream = 'GONE') gone
              from pair p join contact c on c.id = p.goes left join lateral jsonb_each(c.custom_values) v on true
              group by p.stays)
            update contact c set version = c.version + 1, updated_at = ?, updated_by = ?,
              title = coalesce(nullif(c.title, ''), g.title[1], ''), phone = coalesce(nullif(c.phone, ''), g.phone[1], ''),
              mobile = coalesce(nullif(c.mobile, ''), g.mobile[1], ''),
              linked_in_url = coalesce(nullif(c.linked_in_url, ''), g.linked_in[1], ''),
              first_name = coalesce(nullif(c.first_name, ''), g.first_name[1], ''),
              last_name = coalesce(nullif(c.last_name, ''), g.last_name[1], ''),
              contact_type_id = coalesce(c.contact_type_id, g.type_id[1]), custom_values = g.custom || c.custom_values,
              sms_opt_in = c.sms_opt_in and g.agrees, set_inactive = c.set_inactive and g.inactive,
              upstream = case when c.upstream = 'PRESENT' or g.present then 'PRESENT'
                when c.upstream = 'GONE' or g.gone then 'GONE' else 'NONE' end,
              status = case when c.set_inactive and g.inactive
                or (c.upstream <> 'PRESENT' and not g.present and (c.upstream = 'GONE' or g.gone)) then 'INACTIVE' else 'ACTIVE' end,
              is_primary = c.is_primary and not (c.set_inactive and g.inactive
                or (c.upstream <> 'PRESENT' and not g.present and (c.upstream = 'GONE' or g.gone)))
            from gain g where c.id = g.stays
            """;

    /** Consent that ended because one of them had not agreed. */
    private static final String ENDED = """
            insert into contact_consent (contact_id, at, actor, source, opted_in, mobile)
            select distinct s.id, ?::timestamptz, ?, 'STAFF', false, s.mobile
            from unnest(?::bigint[], ?::bigint[]) pair(goes, stays)
            join contact s on s.id = pair.stays and s.sms_opt_in join contact g on g.id = pair.goes and not g.sms_opt_in
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Event<RowsUnited> united;

    @Inject
    Clock clock;

    void on(@Observes CustomersMerged merged) {
        Long[] sources = merged.sources().toArray(Long[]::new);
        unite(merged);
        Long[] all = Stream.concat(Stream.of(merged.target()), merged.sources().stream())
                .toArray(Long[]::new);
        Sql.execute(
                dataSource,
                "update contact set is_primary = false where is_primary and customer_id = any(?) and id <>"
                        + " (select id from contact where is_primary and customer_id = any(?)"
                        + " order by customer_id <> ?, customer_id, id limit 1)",
                Sql.of(all, all, merged.target()));
        Sql.execute(
                dataSource,
                "update contact set customer_id = ?, linked_fields = '', version = version + 1, updated_at = ?, updated_by = ?"
                        + " where customer_id = any(?)",
                Sql.of(merged.target(), now(), CallerContext.current().login(), sources));
    }

    private void unite(CustomersMerged merged) {
        Long[] all = Stream.concat(Stream.of(merged.target()), merged.sources().stream())
                .toArray(Long[]::new);
        Map<Long, Long> into = new HashMap<>();
        Sql.many(
                dataSource,
                SAME,
                Sql.of(merged.target(), all, merged.target()),
                row -> into.put(row.getLong(1), row.getLong(2)));
        if (into.isEmpty()) {
            return;
        }
        List<Map.Entry<Long, Long>> pairs = List.copyOf(into.entrySet());
        Long[] going = pairs.stream().map(Map.Entry::getKey).toArray(Long[]::new);
        Long[] staying = pairs.stream().map(Map.Entry::getValue).toArray(Long[]::new);
        String login = CallerContext.current().login();
        Sql.execute(dataSource, ENDED, Sql.of(now(), login, going, staying));
        Sql.execute(dataSource, FILL, Sql.of(going, staying, now(), login));
        united.fire(new RowsUnited(merged.mergeId(), "contact", into));
        Sql.execute(dataSource, "delete from contact where id = any(?)", Sql.of((Object) going));
        Sql.execute(
                dataSource,
                "insert into former_contact (id, contact_id) select * from unnest(?::bigint[], ?::bigint[])",
                Sql.of(going, staying));
    }

    /** Who is there again has no former id. */
    void on(@Observes CustomersUnmerged unmerged) {
        Sql.execute(
                dataSource,
                "delete from former_contact f using contact c where c.id = f.id and c.customer_id = any(?)",
                Sql.of((Object) unmerged.sources().toArray(Long[]::new)));
    }

    private Instant now() {
        return clock.instant();
    }
}
