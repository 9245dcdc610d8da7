package org.kontor.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerQuery.Sort;
import org.kontor.shared.AppException;

/**
 * The SQL that gives the ids of a piece of the list. Each form reads a bounded part of an index, whatever the table holds; see the
 * methods for how.
 *
 * @param query what is wanted
 * @param words words of the query's text; empty for all customers
 * @param scope condition for what the caller sees; empty text for all customers
 * @param after values of the last item before the piece; empty for the start
 */
record CustomerSelection(CustomerQuery query, List<String> words, String scope, Optional<List<String>> after) {

    private static final String SHORT_NAMES =
            "id, sort_name, account_number, status, customer_class, updated_at, " + FactConditions.COLUMNS
                    + ", account_type, archived, search_text, health, billing_owner_id, account_manager_id, sales_rep_id,"
                    + " manager_id, custom_values, last_contacted_at";

    /** A statement with its parameters, all texts. */
    record Statement(String sql, List<String> parameters) {}

    /**
     * Of a list that the caller may see.
     *
     * @throws AppException {@code FORBIDDEN} for one that tells more than the caller may know
     */
    static CustomerSelection of(CustomerQuery query, String scope, Optional<List<String>> after) {
        MarkConditions.permit(query);
        return new CustomerSelection(query, DerivedText.words(query.text()), scope, after);
    }

    /** Whether there is a text, but nothing in it that could be found. */
    boolean impossible() {
        return words.isEmpty() && !query.text().isBlank();
    }

    /** Ids without a search: along the index of the order, or along a range of the status index for each state and class. */
    Statement walk(int limit) {
        List<String> parameters = new ArrayList<>();
        if (!byRanges()) {
            String sql =
                    "select id from customer" + where(filters(parameters), keyset(parameters)) + order() + limit(limit);
            return new Statement(sql, parameters);
        }
        List<String> ranges = new ArrayList<>();
        for (CustomerStatus status : CustomerStatus.values()) {
            for (CustomerClass customerClass : CustomerClass.values()) {
                if (wants(status) && query.customerClass().orElse(customerClass) == customerClass) {
                    String range = "status = '" + status + "' and customer_class = '" + customerClass + "'";
                    ranges.add("(select id, sort_name from customer"
                            + where(range, scope, accountType(), archived(), keyset(parameters))
                            + order()
                            + limit(limit)
                            + ")");
                }
            }
        }
        String sql = "select id from (" + String.join(" union all ", ranges) + ") ranges" + order() + limit(limit);
        return new Statement(sql, parameters);
    }

    /** Ids of a search among the next {@code window} customers of the order: quick when the words are frequent. */
    Statement searchWithin(int window, int limit) {
        List<String> parameters = new ArrayList<>();
        String next = "select " + SHORT_NAMES + " from customer" + where(keyset(parameters)) + order() + limit(window);
        String sql = "select id from (" + next + ") customer" + where(filters(parameters, true), matches(parameters))
                + order() + limit(limit);
        return new Statement(sql, parameters);
    }

    /** Ids of a search by the trigram index: quick when the words are rare, since all that match are sorted. */
    Statement searchAll(int limit) {
        List<String> parameters = new ArrayList<>();
        String hits = "select " + SHORT_NAMES + " from customer" + where(matches(parameters));
        String sql = "with hits as materialized (" + hits + ") select id from hits customer"
                + where(filters(parameters), keyset(parameters))
                + order()
                + limit(limit);
        return new Statement(sql, parameters);
    }

    /** Ids without a search, of those who stand as wanted: all of them are sorted, so quick when they are few. */
    Statement sorted(int limit) {
        List<String> parameters = new ArrayList<>();
        String hits = "select " + SHORT_NAMES + " from customer" + where(filters(parameters), keyset(parameters));
        String sql = "with hits as materialized (" + hits + ") select id from hits" + order() + limit(limit);
        return new Statement(sql, parameters);
    }

    /** The whole list with these columns of {@code customer}, without regard to the piece. */
    Statement all(String columns) {
        List<String> parameters = new ArrayList<>();
        String sql = "select " + columns + " from customer" + where(filters(parameters), matches(parameters)) + order();
        return new Statement(sql, parameters);
    }

    /** Counts the list without regard to the piece, no further than {@code atMost}. */
    Statement count(int atMost) {
        List<String> parameters = new ArrayList<>();
        String sql = "select count(*) from (select 1 from customer"
                + where(filters(parameters), matches(parameters))
                + limit(atMost)
                + ") counted";
        return new Statement(sql, parameters);
    }

    /** What decides which items the list has and in which order; a cursor belongs to it. */
    String fingerprint() {
        return String.join(
                "|",
                "customers",
                scope,
                String.join(" ", words),
                query.statuses().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                query.customerClass().toString(),
                query.accountType().toString(),
                query.archived().toString(),
                query.importId().toString(),
                query.ids().toString(),
                query.sort().name(),
                Boolean.toString(query.descending()),
                query.marked().toString(),
                query.facts().toString(),
                query.standing().toString());
    }

    /** The values of a row by which the list is ordered. */
    String[] position(CustomerRow row) {
        String id = Long.toString(row.id());
        return switch (query.sort()) {
            case NAME -> new String[] {Folding.fold(row.displayName()), id};
            case ACCOUNT_NUMBER -> new String[] {row.accountNumber(), id};
            case STATUS ->
                new String[] {row.status().name(), row.customerClass().name(), Folding.fold(row.displayName()), id};
            case CREATED -> new String[] {row.createdAt().toString(), id};
            case UPDATED -> new String[] {row.updatedAt().toString(), id};
            case CONTACTED ->
                new String[] {row.lastContacted().map(Instant::toString).orElse("-infinity"), id};
            case ID -> new String[] {id};
        };
    }

    private static List<String> columns(Sort sort) {
        return switch (sort) {
            case NAME -> List.of("sort_name", "id");
            case ACCOUNT_NUMBER -> List.of("account_number collate \"C\"", "id");
            case STATUS -> List.of("status", "customer_class", "sort_name", "id");
            case CREATED -> List.of("created_at", "id");
            case UPDATED -> List.of("updated_at", "id");
            case CONTACTED -> List.of("last_contacted_at", "id");
            case ID -> List.of("id");
        };
    }

    /** Whether it is asked how customers stand: then as for a search, a bounded piece of the order is looked through first. */
    boolean standing() {
        return !query.standing().equals(CustomerQuery.Standing.ANY);
    }

    private boolean byRanges() {
        return query.marked().equals(CustomerQuery.Marked.ANY)
                && query.facts().equals(CustomerQuery.Facts.ANY)
                && !standing()
                && query.importId().isEmpty()
                && query.ids().isEmpty()
                && query.sort() == Sort.NAME
                && (!query.statuses().isEmpty() || query.customerClass().isPresent())
                && !query.archived().orElse(false)
                && query.accountType().orElse(AccountType.STANDARD) == AccountType.STANDARD;
    }

    private boolean wants(CustomerStatus status) {
        return query.statuses().isEmpty() || query.statuses().contains(status);
    }

    private String filters(List<String> parameters) {
        return filters(parameters, false);
    }

    private String filters(List<String> parameters, boolean each) {
        String statuses = query.statuses().isEmpty()
                ? ""
                : query.statuses().stream()
                        .sorted()
                        .map(status -> "'" + status + "'")
                        .collect(Collectors.joining(", ", "status in (", ")"));
        String customerClass =
                query.customerClass().map(c -> "customer_class = '" + c + "'").orElse("");
        return conditions(
                scope,
                statuses,
                customerClass,
                accountType(),
                archived(),
                imported(),
                chosen(),
                MarkConditions.of(query.marked(), parameters),
                FactConditions.of(query.facts(), parameters),
                StandingConditions.of(query.standing(), each, parameters));
    }

    private String accountType() {
        return query.accountType().map(t -> "account_type = '" + t + "'").orElse("");
    }

    private String archived() {
        return query.archived().map(a -> a ? "archived" : "not archived").orElse("");
    }

    private String imported() {
        return query.importId()
                .map(i -> "id in (select customer_id from import_row_key where import_id = " + i + ")")
                .orElse("");
    }

    private String chosen() {
        return query.ids().isEmpty()
                ? ""
                : query.ids().stream().map(String::valueOf).collect(Collectors.joining(", ", "id in (", ")"));
    }

    private String matches(List<String> parameters) {
        List<String> conditions = new ArrayList<>();
        for (String word : words) {
            String escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            // Less than three letters have no trigram of their own, but the beginning of a word has.
            parameters.add(word.length() < 3 ? "% " + escaped + "%" : "%" + escaped + "%");
            conditions.add("search_text like ?");
        }
        return String.join(" and ", conditions);
    }

    private String keyset(List<String> parameters) {
        if (after.isEmpty()) {
            return "";
        }
        List<String> columns = columns(query.sort());
        List<String> values = after.get();
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parameters.add(values.get(i));
            marks.add(
                    switch (columns.get(i)) {
                        case "id" -> "?::bigint";
                        case "created_at", "updated_at", "last_contacted_at" -> "?::timestamptz";
                        default -> "?";
                    });
        }
        return "(" + String.join(", ", columns) + ") " + (query.descending() ? "<" : ">") + " ("
                + String.join(", ", marks) + ")";
    }

    private String order() {
        return columns(query.sort()).stream()
                .map(column -> query.descending() ? column + " desc" : column)
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    private static String limit(int limit) {
        return " limit " + limit;
    }

    private static String where(String... conditions) {
        String all = conditions(conditions);
        return all.isEmpty() ? "" : " where " + all;
    }

    private static String conditions(String... conditions) {
        return List.of(conditions).stream().filter(c -> !c.isEmpty()).collect(Collectors.joining(" and "));
    }
}
