package org.kontor.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Erase;
import org.kontor.shared.Sql;
import org.kontor.testing.TestKontor;

/**
 * Puts a row that is full of a word into every table that belongs to customers, as the catalogue of the database describes it, so
 * that a table that comes later is planted without anybody thinking of it.
 */
final class Planting {

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'::text");

    /** Values of columns that a rule of their table restricts in another way than by a list. */
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("customer_tag.tag_id", "(select id from system_table_entry where table_name = 'TAGS')"),
            Map.entry(
                    "customer_flag.type_id",
                    "(select min(id) from system_table_entry where table_name = 'FLAG_TYPES')"),
            Map.entry(
                    "customer_invoice_template.entry_id",
                    "(select min(id) from system_table_entry where table_name = 'CONTACT_TYPES')"),
            Map.entry("invoice.tax", "0"),
            Map.entry("invoice.issued_at", "now()"),
            Map.entry("invoice.disputed", "true"),
            Map.entry("duplicate_pair.high_id", "999999999"),
            Map.entry("duplicate_decision.high_id", "999999999"),
            Map.entry("attachment.sha256", "repeat('a', 64)"),
            Map.entry("payment_method.removal_at", "now()"),
            Map.entry("subscription.next_on", "current_date"),
            Map.entry("subscription.problem_at", "now()"),
            Map.entry("remittance.content_hash", "repeat('a', 64)"));

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval%', false),
              coalesce((select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c
                        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]), ''),
              coalesce((select c.confrelid::regclass::text || '.' || k.attname from pg_constraint c
                        join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
                        where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum] limit 1), '')
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
            """;

    private record Column(String name, String type, boolean needed, boolean numbered, String check, String refers) {}

    private final TestKontor kontor;
    private final String word;
    private final Map<String, String> keys = new HashMap<>();

    Planting(TestKontor kontor, String word) {
        this.kontor = kontor;
        this.word = word;
    }

    /** Plants everywhere; answers which tables have a row. */
    List<String> plant(long customerId) {
        keys.put("customer.id", Long.toString(customerId));
        List<String> planted = new ArrayList<>();
        kontor.asSystem(() -> {
            // Neither triggers nor references: a row alone is enough, and what it refers to is planted, too, where it
            // is owned.
            Sql.execute(
                    kontor.dataSource(),
                    "insert into system_table_entry (table_name, code, name, position, colour) values ('TAGS', 'VIP', 'VIP', 1, 'SLATE')",
                    Sql.of());
            Sql.execute(kontor.dataSource(), "set local session_replication_role = replica", Sql.of());
            for (OwnedTable table : kontor.get(Ownership.class).tables()) {
                if (table.erase() == Erase.DELETE) {
                    row(table);
                    planted.add(table.table());
                }
            }
            Sql.execute(kontor.dataSource(), "set local session_replication_role = origin", Sql.of());
            return true;
        });
        return planted;
    }

    private void row(OwnedTable table) {
        List<Column> columns = Sql.many(
                kontor.dataSource(),
                COLUMNS,
                Sql.of(table.table()),
                r -> new Column(
                        r.getString(1),
                        r.getString(2),
                        r.getBoolean(3),
                        r.getBoolean(4),
                        r.getString(5),
                        r.getString(6)));
        if (table.table().equals("customer")) {
            Sql.execute(
                    kontor.dataSource(),
                    "update customer set "
                            + columns.stream()
                                    .filter(c -> !c.numbered()
                                            && List.of("text", "jsonb").contains(c.type()))
                                    .filter(c -> c.check().isEmpty()
                                            || c.type().equals("jsonb")
                                            || c.name().equals("display_name"))
                                    .map(c -> c.name() + " = " + value(table, c))
                                    .collect(Collectors.joining(", "))
                            + " where id = " + keys.get("customer.id"),
                    Sql.of());
            return;
        }
        List<Column> set = columns.stream()
                .filter(c -> !c.numbered() && !value(table, c).isEmpty())
                .toList();
        String inserted = "insert into " + table.table() + " ("
                + set.stream().map(Column::name).collect(Collectors.joining(", ")) + ") values ("
                + set.stream().map(c -> value(table, c)).collect(Collectors.joining(", ")) + ") returning to_jsonb("
                + table.table() + ")";
        String row = Sql.one(kontor.dataSource(), inserted, Sql.of(), r -> r.getString(1))
                .orElseThrow();
        for (Column column : columns) {
            Matcher number =
                    Pattern.compile("\"" + column.name() + "\": (\\d+)").matcher(row);
            if (number.find()) {
                keys.put(table.table() + "." + column.name(), number.group(1));
            }
        }
    }

    private String value(OwnedTable table, Column column) {
        String fixed = FIXED.get(table.table() + "." + column.name());
        if (fixed != null) {
            return fixed;
        }
        if (table.reach().columns().contains(column.name())) {
            return keys.getOrDefault(table.reach().table() + "." + table.reach().key(), "777");
        }
        if (keys.containsKey(column.refers())) {
            return keys.get(column.refers());
        }
        Matcher literal = LITERAL.matcher(column.check());
        return switch (column.type()) {
            case "text" ->
                column.check().contains("ANY") && literal.find() ? "'" + literal.group(1) + "'" : "'" + word + "'";
            case "jsonb" -> "'{\"" + word + "\": \"" + word + "\"}'";
            case "bytea" -> "convert_to('" + word + "', 'UTF8')";
            case "text[]" -> "array['" + word + "']";
            default -> column.needed() ? other(column.type()) : "";
        };
    }

    private static String other(String type) {
        if (type.startsWith("timestamp")) {
            return "now()";
        }
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        return switch (type.split("\\(", -1)[0]) {
            case "bigint", "integer", "smallint", "numeric", "double precision" -> "1";
            case "boolean" -> "false";
            case "date" -> "current_date";
            case "uuid" -> "gen_random_uuid()";
            case "character" -> "'USD'";
            default -> throw new IllegalStateException("Say what a " + type + " is");
        };
    }

    /** Every column of the database in which the word stands, as text or as bytes; each table is read once. */
    static List<String> found(TestKontor kontor, String word) {
        Map<String, List<String>> tables = new TreeMap<>();
        Sql.many(
                        kontor.dataSource(),
                        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'"
                                + " and data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'character', 'character varying')"
                                + " order by table_name, column_name",
                        Sql.of(),
                        row -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .forEach(c -> tables.computeIfAbsent(c[0], table -> new ArrayList<>())
                        .add("case when bool_or(position(lower('" + word + "') in lower("
                                + (c[2].equals("bytea") ? "encode(" + c[1] + ", 'escape')" : c[1] + "::text")
                                + ")) > 0) then '" + c[0] + "." + c[1] + "' end"));
        return tables.entrySet().stream()
                .map(t ->
                        kontor.sql("select concat_ws(' ', " + String.join(", ", t.getValue()) + ") from " + t.getKey()))
                .flatMap(columns -> Arrays.stream(columns.split(" ")))
                .filter(column -> !column.isEmpty())
                .toList();
    }
}
