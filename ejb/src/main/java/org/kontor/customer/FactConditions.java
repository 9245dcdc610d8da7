package org.kontor.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerQuery.Facts;

/** The SQL conditions that narrow a list of customers by what the record says. */
final class FactConditions {

    /** Columns of {@code customer} that the conditions read, beside its id. */
    static final String COLUMNS =
            "entity_id, parent_id, address_country, address_city, address_state, created_at, currency";

    private static final String MIDNIGHT =
            "?::date::timestamp at time zone (select e.time_zone from company_entity e order by e.id limit 1)";

    private FactConditions() {}

    /** Conditions joined by {@code and}; their values are added to the parameters in the order of the facts. */
    static String of(Facts facts, List<String> parameters) {
        List<String> all = new ArrayList<>();
        facts.entityId().ifPresent(id -> all.add("entity_id = " + id));
        facts.parentId().ifPresent(id -> all.add("parent_id = " + id));
        if (!facts.sentiments().isEmpty()) {
            all.add(facts.sentiments().stream()
                    .map(label -> "'" + label + "'")
                    .collect(Collectors.joining(
                            ", ", "id in (select f.customer_id from customer_sentiment f where f.label in (", "))")));
        }
        if (!facts.country().isEmpty()) {
            all.add("lower(address_country) = lower(?)");
            parameters.add(facts.country());
        }
        if (!facts.place().isEmpty()) {
            all.add("(lower(address_city) = lower(?) or lower(address_state) = lower(?))");
            parameters.add(facts.place());
            parameters.add(facts.place());
        }
        facts.createdFrom().ifPresent(day -> {
            all.add("created_at >= " + MIDNIGHT);
            parameters.add(day.toString());
        });
        facts.createdTo().ifPresent(day -> {
            all.add("created_at < " + MIDNIGHT);
            parameters.add(day.plusDays(1).toString());
        });
        if (!facts.currency().isEmpty()) {
            all.add("currency = upper(?)");
            parameters.add(facts.currency());
        }
        return String.join(" and ", all);
    }
}
