package org.kontor.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CustomFieldLookup;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.shared.Sql;

/**
 * What stands beside customers as columns of a file, as far as the caller may see it: when an e-mail was last sent (S4-55), tags, flags, health,
 * owners, custom fields (S3-34).
 */
@ApplicationScoped
class ExportedMarks {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomFieldLookup customFields;

    /**
     * A column.
     *
     * @param name its header
     * @param sql what to select from {@code customer}
     * @param parameter the one parameter of the SQL; empty when it has none
     */
    record Column(String name, String sql, String parameter) {

        Column(String name, String sql) {
            this(name, sql, "");
        }
    }

    /** The columns that the caller may see, in order. Flags and health tell of behaviour and need {@code read:customer}. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (CallerContext.current().may(Permission.READ_MESSAGE.wireName())) {
            columns.add(new Column(
                    "LastContacted",
                    "case when last_contacted_at = '-infinity' then '' else"
                            + " to_char(last_contacted_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') end"));
        }
        columns.add(new Column("Tags", tags()));
        if (CallerContext.current().may(Permission.READ_CUSTOMER.wireName())) {
            columns.add(new Column("Flags", flags()));
            columns.add(new Column("Health", "coalesce(health, '')"));
        }
        for (Owners.Part part : Owners.Part.values()) {
            String name = part.field().substring(0, 1).toUpperCase(Locale.ROOT)
                    + part.field().substring(1);
            columns.add(new Column(
                    name,
                    "case when " + part.column() + " is null then '' else (select u.login from app_user u where u.id = "
                            + part.column() + ") end"));
        }
        for (CustomFieldView field : customFields.of(CustomFieldOwner.CUSTOMER)) {
            columns.add(new Column("CustomField:" + field.key(), "coalesce(custom_values ->> ?, '')", field.key()));
        }
        return columns;
    }

    private String tags() {
        return any("customer_tag")
                ? "coalesce((select string_agg(" + ListCell.sql("e.name")
                        + ", '; ' order by e.position, e.name) from system_table_entry e where e.id in"
                        + " (select m.tag_id from customer_tag m where m.customer_id = customer.id)), '')"
                : "''";
    }

    /** Flags in the order in which they were put on: {@code type:note; type}. */
    private String flags() {
        return any("customer_flag")
                ? "coalesce((select string_agg(" + ListCell.sql("e.name")
                        + " || case when m.note = '' then '' else ':' || " + ListCell.sql("m.note")
                        + " end, '; ' order by m.id) from customer_flag m join system_table_entry e on e.id = m.type_id"
                        + " where m.customer_id = customer.id), '')"
                : "''";
    }

    /** A table that is empty is not asked for each customer. */
    private boolean any(String table) {
        return Sql.one(dataSource, "select exists (select from " + table + ")", s -> {}, r -> r.getBoolean(1))
                .orElseThrow();
    }
}
