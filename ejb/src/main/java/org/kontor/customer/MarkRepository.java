package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.customer.MarkResolver.Resolved;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.TagColour;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.Sql;

/** Tags, flags, owners and custom values in the database. */
@ApplicationScoped
class MarkRepository {

    private static final String MARKS = """
            select t.customer_id, 1, e.position::bigint, e.id, e.name, e.colour, null::timestamptz, ''
            from customer_tag t join system_table_entry e on e.id = t.tag_id where t.customer_id = any(?)
            union all
            select f.customer_id, 2, f.id, f.id, e.name, f.note, f.created_at, f.created_by
            from customer_flag f join system_table_entry e on e.id = f.type_id where f.customer_id = any(?)
            union all
            select id, 3, 0, 0, custom_values::text, '', null, '' from customer
            where id = any(?) and custom_values <> '{}'
            order by 1, 2, 3, 5
            """;

    private static final String LISTED = """
            select t.customer_id, 1, e.position::bigint, e.id, e.name, e.colour
            from customer_tag t join system_table_entry e on e.id = t.tag_id where t.customer_id = any(?)
            union all
            select distinct f.customer_id, 2, e.position::bigint, e.id, e.name, ''
            from customer_flag f join system_table_entry e on e.id = f.type_id where f.customer_id = any(?)
            union all
            select c.id, 3, o.place, u.id, u.display_name, o.part
            from customer c cross join lateral (values (1::bigint, 'BILLING_OWNER', c.billing_owner_id),
                (2, 'ACCOUNT_MANAGER', c.account_manager_id), (3, 'SALES_REP', c.sales_rep_id), (4, 'MANAGER', c.manager_id))
                o(place, part, user_id) join app_user u on u.id = o.user_id
            where c.id = any(?)
            order by 1, 2, 3, 5
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** What is known of an owner. */
    record Known(long id, boolean active) {}

    /** The marks of these customers; every one of them has an entry. Two statements, however many. */
    Map<Long, MarksOf> of(Collection<Customer> customers) {
        List<Long> ids = customers.stream().map(Customer::id).toList();
        List<Long> users = customers.stream()
                .flatMap(c -> c.ownerIds().stream())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        try (Connection connection = dataSource.getConnection()) {
            Map<Long, String> logins = users.isEmpty() ? Map.of() : logins(connection, users);
            Map<Long, MarksOf> marks = new HashMap<>();
            ids.forEach(id -> marks.put(id, MarksOf.empty(logins)));
            try (PreparedStatement statement = connection.prepareStatement(MARKS)) {
                for (int i = 1; i <= 3; i++) {
                    statement.setArray(i, connection.createArrayOf("bigint", ids.toArray()));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        add(Objects.requireNonNull(marks.get(rows.getLong(1))), rows);
                    }
                }
            }
            return marks;
        } catch (SQLException e) {
            throw new IllegalStateException("Reading the marks of customers failed", e);
        }
    }

    /** Tags, types of flags and owners of these customers, for a list; those without any are left out. One statement, however many. */
    Map<Long, RowMarks> inList(Collection<Long> ids) {
        Map<Long, List<TagView>> tags = new HashMap<>();
        Map<Long, List<String>> flags = new HashMap<>();
        Map<Long, List<RowMarks.Owner>> owners = new HashMap<>();
        Long[] wanted = ids.toArray(Long[]::new);
        Sql.many(
                dataSource,
                LISTED,
                s -> {
                    for (int i = 1; i <= 3; i++) {
                        s.setArray(i, s.getConnection().createArrayOf("bigint", wanted));
                    }
                },
                row -> switch (row.getInt(2)) {
                    case 1 ->
                        of(tags, row)
                                .add(new TagView(
                                        row.getLong(4), row.getString(5), TagColour.valueOf(row.getString(6))));
                    case 2 -> of(flags, row).add(row.getString(5));
                    default ->
                        of(owners, row)
                                .add(new RowMarks.Owner(Owners.Part.valueOf(row.getString(6)), row.getString(5)));
                });
        Map<Long, RowMarks> marks = new HashMap<>();
        ids.stream()
                .filter(id -> tags.containsKey(id) || flags.containsKey(id) || owners.containsKey(id))
                .forEach(id -> marks.put(
                        id,
                        new RowMarks(
                                List.copyOf(tags.getOrDefault(id, List.of())),
                                List.copyOf(flags.getOrDefault(id, List.of())),
                                List.copyOf(owners.getOrDefault(id, List.of())))));
        return marks;
    }

    private static <T> List<T> of(Map<Long, List<T>> lists, ResultSet row) throws SQLException {
        return lists.computeIfAbsent(row.getLong(1), id -> new ArrayList<>());
    }

    /** Users by sign-in name. */
    Map<String, Known> users(Collection<String> logins) {
        Map<String, Known> users = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select login, id, active from app_user where login = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", logins.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    users.put(rows.getString(1), new Known(rows.getLong(2), rows.getBoolean(3)));
                }
            }
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException("Reading users failed", e);
        }
    }

    /** Active users by name, at most {@code atMost}. */
    List<OwnerChoice> choices(int atMost) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select login, display_name from app_user where active order by lower(display_name), login limit ?")) {
            statement.setInt(1, atMost);
            try (ResultSet rows = statement.executeQuery()) {
                List<OwnerChoice> choices = new ArrayList<>();
                while (rows.next()) {
                    choices.add(new OwnerChoice(rows.getString(1), rows.getString(2)));
                }
                return choices;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Reading users failed", e);
        }
    }

    /** Writes the marks of new customers. */
    void insert(Connection connection, List<Long> ids, List<Resolved> customers, Instant at, String by)
            throws SQLException {
        BulkCopy tags = new BulkCopy("customer_tag", "customer_id, tag_id");
        BulkCopy flags = new BulkCopy("customer_flag", "customer_id, type_id, note, created_at, created_by");
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            Resolved customer = customers.get(i);
            customer.tagIds().forEach(tag -> tags.number(id).number(tag).endRow());
            for (int f = 0; f < customer.flagTypeIds().size(); f++) {
                flags.number(id)
                        .number(customer.flagTypeIds().get(f))
                        .text(customer.draft().flags().get(f).note())
                        .instant(at)
                        .text(by)
                        .endRow();
            }
        }
        tags.write(connection);
        flags.write(connection);
    }

    /** Brings the marks of a customer to what is wanted: what is there already stays as it is, with its author and date. */
    void replace(long id, Resolved wanted, Instant at, String by) {
        try (Connection connection = dataSource.getConnection()) {
            update(
                    connection,
                    "delete from customer_tag where customer_id = ? and not tag_id = any(?)",
                    id,
                    wanted.tagIds());
            update(
                    connection,
                    "insert into customer_tag (customer_id, tag_id) select ?, unnest(?) on conflict do nothing",
                    id,
                    wanted.tagIds());
            try (PreparedStatement statement = connection.prepareStatement(
                    "update customer set custom_values = ?::jsonb where id = ? and custom_values <> ?::jsonb")) {
                statement.setString(1, wanted.valuesJson());
                statement.setLong(2, id);
                statement.setString(3, wanted.valuesJson());
                statement.executeUpdate();
            }
            flags(connection, id, wanted, at, by);
        } catch (SQLException e) {
            throw Conflicts.of(e);
        }
    }

    private static void flags(Connection connection, long id, Resolved wanted, Instant at, String by)
            throws SQLException {
        List<String> notes =
                wanted.draft().flags().stream().map(FlagDraft::note).toList();
        String has = "exists (select 1 from unnest(?::bigint[], ?::text[]) w(type_id, note)"
                + " where w.type_id = f.type_id and w.note = f.note)";
        String insert = "insert into customer_flag (customer_id, type_id, note, created_at, created_by)"
                + " select ?, w.type_id, w.note, ?, ? from unnest(?::bigint[], ?::text[]) w(type_id, note)"
                + " where not exists (select 1 from customer_flag f where f.customer_id = ?"
                + " and f.type_id = w.type_id and f.note = w.note)";
        try (PreparedStatement delete = connection.prepareStatement(
                        "delete from customer_flag f where f.customer_id = ? and not " + has);
                PreparedStatement add = connection.prepareStatement(insert)) {
            delete.setLong(1, id);
            delete.setArray(
                    2, connection.createArrayOf("bigint", wanted.flagTypeIds().toArray()));
            delete.setArray(3, connection.createArrayOf("text", notes.toArray()));
            delete.executeUpdate();
            add.setLong(1, id);
            add.setObject(2, at.atOffset(ZoneOffset.UTC));
            add.setString(3, by);
            add.setArray(
                    4, connection.createArrayOf("bigint", wanted.flagTypeIds().toArray()));
            add.setArray(5, connection.createArrayOf("text", notes.toArray()));
            add.setLong(6, id);
            add.executeUpdate();
        }
    }

    private static void update(Connection connection, String sql, long id, List<Long> others) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setArray(2, connection.createArrayOf("bigint", others.toArray()));
            statement.executeUpdate();
        }
    }

    private static void add(MarksOf marks, ResultSet row) throws SQLException {
        switch (row.getInt(2)) {
            case 1 ->
                marks.tags().add(new TagView(row.getLong(4), row.getString(5), TagColour.valueOf(row.getString(6))));
            case 2 ->
                marks.flags()
                        .add(new FlagView(
                                row.getLong(4),
                                row.getString(5),
                                FlagView.categoryOf(row.getString(5)),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(8)));
            default -> marks.values().putAll(CustomFieldValues.ofJson(row.getString(5)));
        }
    }

    private static Map<Long, String> logins(Connection connection, List<Long> users) throws SQLException {
        Map<Long, String> logins = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select id, login from app_user where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", users.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    logins.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return logins;
    }
}
