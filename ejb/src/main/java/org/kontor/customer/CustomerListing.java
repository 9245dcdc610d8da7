package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerSelection.Statement;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Cursor;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Lists and searches customers: first the ids of the piece, by an index, then one projection for these ids.
 *
 * <p>Decided: a search in name order first looks through the next few thousand customers of that order. A frequent word is
 * found there often enough, where the trigram index would give a hundred thousand rows to sort; a word that is not is rare enough for
 * that index. So both stay quick, without a guess of the planner about how frequent a word is. How customers stand, such as what they owe, is
 * asked in the same way.
 */
@ApplicationScoped
class CustomerListing {

    private static final int FIRST_WINDOW = 2_000;
    private static final int LARGEST_WINDOW = 16_000;

    private static final String ROWS = """
            select c.id, c.display_name, c.account_number, c.status, c.customer_class,
                   trim(coalesce(k.first_name, '') || ' ' || coalesce(k.last_name, '')), coalesce(e.address, ''),
                   coalesce(p.number, ''), c.address_city, c.address_country, c.archived, c.created_at, c.updated_at, c.version,
                   c.health, nullif(c.last_contacted_at, '-infinity')
            from customer c
            left join customer_email e on e.customer_id = c.id and e.position = 0
            left join customer_phone p on p.customer_id = c.id and p.position = 0
            left join contact k on k.customer_id = c.id and k.is_primary
            where c.id = any(?)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    Page<CustomerRow> page(CustomerQuery query, PageRequest request) {
        String list = CustomerSelection.of(query, CustomerScope.condition(), Optional.empty())
                .fingerprint();
        CustomerSelection selection =
                CustomerSelection.of(query, CustomerScope.condition(), Cursor.decode(list, request.cursor()));
        List<CustomerRow> rows = piece(selection, 0, request.limit() + 1);
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        CustomerRow last = rows.get(request.limit() - 1);
        return new Page<>(rows.subList(0, request.limit()), Optional.of(Cursor.encode(list, selection.position(last))));
    }

    List<CustomerRow> rows(CustomerQuery query, int first, int size) {
        return piece(CustomerSelection.of(query, CustomerScope.condition(), Optional.empty()), first, size);
    }

    int count(CustomerQuery query, int atMost) {
        CustomerSelection selection = CustomerSelection.of(query, CustomerScope.condition(), Optional.empty());
        if (selection.impossible()) {
            return 0;
        }
        try (Connection connection = dataSource.getConnection()) {
            return ids(connection, selection.count(atMost)).get(0).intValue();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    List<CustomerRow> suggest(String text, int atMost) {
        Set<Long> ids = new LinkedHashSet<>();
        String typed = text.strip();
        String condition = CustomerScope.condition();
        String seen = condition.isEmpty() ? "" : " and " + condition;
        try (Connection connection = dataSource.getConnection()) {
            if (!typed.isEmpty() && typed.length() <= 18 && typed.equals(Folding.digits(typed))) {
                ids.addAll(ids(
                        connection,
                        new Statement(
                                "select id from customer where id = ?::bigint and not archived" + seen,
                                List.of(typed))));
            }
            ids.addAll(ids(
                    connection,
                    new Statement(
                            "select id from customer where account_number collate \"C\" = ? and account_number <> ''"
                                    + " and not archived" + seen + " order by id limit " + atMost,
                            List.of(typed))));
            String prefix = Folding.fold(typed);
            ids.addAll(ids(
                    connection,
                    new Statement(
                            "select id from customer where sort_name >= ? and sort_name < ? and not archived"
                                    + seen
                                    + " order by sort_name, id limit " + atMost,
                            List.of(prefix, prefix + Character.MAX_VALUE))));
            if (ids.size() < atMost) {
                CustomerQuery query = new CustomerQuery(
                        typed,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        CustomerQuery.Sort.NAME,
                        false);
                ids.addAll(ids(
                        connection, CustomerSelection.of(query, CustomerScope.condition(), Optional.empty()), atMost));
            }
            return rows(connection, ids.stream().limit(atMost).toList());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private List<CustomerRow> piece(CustomerSelection selection, int first, int size) {
        try (Connection connection = dataSource.getConnection()) {
            List<Long> ids = ids(connection, selection, first + size);
            return rows(connection, ids.subList(Math.min(first, ids.size()), ids.size()));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static List<Long> ids(Connection connection, CustomerSelection selection, int limit) throws SQLException {
        if (selection.impossible()) {
            return List.of();
        }
        boolean search = !selection.words().isEmpty();
        if (!search && !selection.standing()) {
            return ids(connection, selection.walk(limit));
        }
        List<Long> found = ids(connection, selection.searchWithin(FIRST_WINDOW, limit));
        if (found.size() < limit && !found.isEmpty()) {
            long window = FIRST_WINDOW * 4L * limit / (3L * found.size());
            if (window <= LARGEST_WINDOW) {
                found = ids(connection, selection.searchWithin((int) window, limit));
            }
        }
        if (found.size() >= limit) {
            return found;
        }
        return ids(connection, search ? selection.searchAll(limit) : selection.sorted(limit));
    }

    private static List<Long> ids(Connection connection, Statement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setString(i + 1, statement.parameters().get(i));
            }
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    private static List<CustomerRow> rows(Connection connection, List<Long> ids) throws SQLException {
        boolean contacted = CallerContext.current().may(Permission.READ_MESSAGE.wireName());
        Map<Long, CustomerRow> byId = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byId.put(rows.getLong(1), row(rows, contacted));
                }
            }
        }
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static CustomerRow row(ResultSet row, boolean contacted) throws SQLException {
        return new CustomerRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                CustomerStatus.valueOf(row.getString(4)),
                CustomerClass.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                row.getLong(14),
                Optional.ofNullable(row.getString(15)).map(CustomerHealth::valueOf),
                contacted
                        ? Optional.ofNullable(row.getObject(16, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                        : Optional.empty());
    }

    private static IllegalStateException failure(SQLException e) {
        return new IllegalStateException("Listing customers failed", e);
    }
}
