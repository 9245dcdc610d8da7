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
        marked.quietDays()
                .ifPresent(days -> all.add("last_contacted_at < now() - make_interval(days => " + days + ")"));
        return String.join(" and ", all);
    }

    /**
     * Refuses whoever may not know what a list is narrowed or ordered by.
     *
     * @throws AppException {@link ErrorKind#FORBIDDEN}
     */
    static void permit(CustomerQuery query) {
        CustomerQuery.Standing standing = query.standing();
        if (query.sort() == CustomerQuery.Sort.CONTACTED
                || query.marked().quietDays().isPresent()) {
            need(Permission.READ_MESSAGE);
        }
        if (!standing.balance().any() || !standing.pastDue().any()) {
            need(Permission.READ_RECEIVABLE);
        }
        if (!standing.cadences().isEmpty() || standing.without().contains(CustomerQuery.Lack.CADENCE)) {
            need(Permission.READ_CADENCE);
        }
    }

    private static void need(Permission permission) {
        if (!CallerContext.current().may(permission.wireName())) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "PERMISSION_MISSING",
                    "This needs the permission " + permission.wireName() + ". Ask an administrator for it.");
        }
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
