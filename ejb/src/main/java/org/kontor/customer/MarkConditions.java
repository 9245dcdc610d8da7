package org.kontor.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.customer.CustomerQuery.Marked;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The SQL conditions that narrow a list of customers by marks. */
final class MarkConditions {

    private MarkConditions() {}

    /** Conditions joined by {@code and}; their values are added to the parameters in the order of the marks. */
    static String of(Marked marked, List<String> parameters) {
        List<String> all = new ArrayList<>();
        if (!marked.tags().isEmpty()) {
            all.add(chosen("customer_tag", "tag_id", "TAGS", marked.tags(), parameters));
        }
        if (!marked.flags().isEmpty()) {
            all.add(chosen("customer_flag", "type_id", "FLAG_TYPES", marked.flags(), parameters));
        }
        if (!marked.health().isEmpty()) {
            all.add(marked.health().stream()
                    .map(h -> "'" + h + "'")
                    .collect(Collectors.joining(", ", "health in (", ")")));
        }
        marked.owner().ifPresent(login -> {
            List<String> parts = new ArrayList<>();
            for (Owners.Part part : Owners.Part.values()) {
                parts.add(part.column() + " = (select id from app_user where login = ?)");
                parameters.add(login.toLowerCase(Locale.ROOT));
            }
            all.add("(" + String.join(" or ", parts) + ")");
        });
        marked.customFields().forEach((key, value) -> {
            all.add(CustomFieldValues.holds("custom_values"));
            Collections.addAll(parameters, key, key, value);
        });
        marked.quietDays().ifPresent(days -> all.add(quiet(days)));
        return String.join(" and ", all);
    }

    /** The name of a column of the outer list must not be one of the inner: the list has several forms, of which each has an id. */
    private static String quiet(int days) {
        if (!CallerContext.current().may(Permission.READ_MESSAGE.wireName())) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission " + Permission.READ_MESSAGE.wireName()
                            + ". Ask an administrator for it.");
        }
        return "not exists (select 1 from (select m.customer_id as written_to from message m where m.channel = 'EMAIL'"
                + " and m.state = 'SENT' and m.happened_at >= now() - make_interval(days => " + days
                + ")) mailed where mailed.written_to = id)";
    }

    private static String chosen(
            String table, String column, String systemTable, Collection<String> names, List<String> parameters) {
        String marks = names.stream()
                .map(name -> {
                    parameters.add(name);
                    return "lower(?)";
                })
                .collect(Collectors.joining(", "));
        return "id in (select x.customer_id from " + table + " x where x." + column
                + " in (select e.id from system_table_entry e where e.table_name = '" + systemTable
                + "' and lower(e.name) in (" + marks + ")))";
    }
}
