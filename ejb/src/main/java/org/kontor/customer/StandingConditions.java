package org.kontor.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerQuery.Lack;
import org.kontor.customer.CustomerQuery.Portal;
import org.kontor.customer.CustomerQuery.Range;
import org.kontor.customer.CustomerQuery.Standing;

/**
 * The SQL conditions that narrow a list of customers by how they stand, about rows named {@code customer}. What is asked of amounts has
 * two forms that answer the same: row by row, quick for a bounded piece of the list's order; and as a set that is made once, quick when
 * few are in it.
 */
final class StandingConditions {

    private static final String BALANCE =
            "(select coalesce(sum(s.amount), 0) from customer_open_sum s where s.customer_id = customer.id and s.currency = customer.currency)";

    private static final String LATE =
            " from open_item i join company_entity e on e.id = i.entity_id where i.open_amount > 0 and i.direction = 1"
                    + " and i.due_date < (now() at time zone e.time_zone)::date";

    private static final String PAST_DUE = "(select coalesce(sum(i.open_amount), 0)" + LATE
            + " and i.customer_id = customer.id and i.currency = customer.currency)";

    /** Who has sums that are not added up yet, or several of a currency: added up here. */
    private static final String APART =
            "(select from customer_open_sum o where not o.alone and o.customer_id = s.customer_id)";

    /** Contacts with access by the address that they have, each as the row that counts says: see the package of the portal. */
    private static final String ACCESS = "(select k.customer_id, k.id, bool_or(a.state = 'SUSPENDED') as suspended,"
            + " bool_or(a.state = 'ENABLED') as enabled from portal_access a join contact k on k.id = a.contact_id"
            + " where a.email = lower(btrim(k.email)) and k.status = 'ACTIVE'";

    /** The furthest: 0 is enabled, 1 suspended, 2 invited. */
    private static final String FURTHEST = "min(case when p.suspended then 1 when p.enabled then 0 else 2 end)";

    private static final List<Portal> BY_NUMBER =
            List.of(Portal.ENABLED, Portal.SUSPENDED, Portal.INVITED, Portal.DISABLED);

    private static final Map<Lack, String> LACKS = Map.of(
            Lack.OWNER, "coalesce(billing_owner_id, account_manager_id, sales_rep_id, manager_id) is null",
            Lack.TAG, "not exists (select from customer_tag x where x.customer_id = customer.id)",
            Lack.FLAG, "not exists (select from customer_flag x where x.customer_id = customer.id)",
            Lack.EMAIL, "not exists (select from customer_email x where x.customer_id = customer.id)",
            Lack.PHONE, "not exists (select from customer_phone x where x.customer_id = customer.id)",
            Lack.CADENCE, "not exists (select from customer_cadence x where x.customer_id = customer.id)");

    private StandingConditions() {}

    /**
     * Conditions joined by {@code and}; their values are added to the parameters in the order of the conditions.
     *
     * @param each whether rows are asked one by one
     */
    static String of(Standing standing, boolean each, List<String> parameters) {
        List<String> all = new ArrayList<>();
        if (!standing.balance().any()) {
            all.add(each ? within(BALANCE, standing.balance(), parameters) : balances(standing.balance(), parameters));
        }
        if (!standing.pastDue().any()) {
            all.add(each ? within(PAST_DUE, standing.pastDue(), parameters) : pastDues(standing.pastDue(), parameters));
        }
        if (!standing.portal().isEmpty()) {
            all.add(each ? portal(standing.portal()) : portals(standing.portal()));
        }
        if (!standing.cadences().isEmpty()) {
            parameters.addAll(standing.cadences());
            all.add("exists (select from customer_cadence x where x.customer_id = customer.id and x.cadence_id in"
                    + " (select g.id from cadence g where lower(g.name) in ("
                    + String.join(", ", Collections.nCopies(standing.cadences().size(), "lower(?)")) + ")))");
        }
        standing.without().forEach(lack -> all.add(LACKS.getOrDefault(lack, "")));
        return String.join(" and ", all);
    }

    private static String balances(Range range, List<String> parameters) {
        return among(
                range,
                "select s.customer_id, s.currency from customer_open_sum s where s.alone and "
                        + bounds("s.amount", range, parameters) + " and not exists " + APART
                        + " union all select s.customer_id, s.currency from customer_open_sum s where exists " + APART
                        + " group by 1, 2 having " + bounds("sum(s.amount)", range, parameters));
    }

    private static String pastDues(Range range, List<String> parameters) {
        return among(
                range,
                "select i.customer_id, i.currency" + LATE + " group by 1, 2 having "
                        + bounds("sum(i.open_amount)", range, parameters));
    }

    /** Where whoever has nothing is in the range, the set is of those who are not. */
    private static String among(Range range, String set) {
        return (range.holdsNothing() ? "not " : "") + "exists (select from (" + set
                + ") m where m.customer_id = customer.id and m.currency = customer.currency)";
    }

    private static String bounds(String amount, Range range, List<String> parameters) {
        return range.holdsNothing() ? outside(amount, range, parameters) : within(amount, range, parameters);
    }

    private static String within(String amount, Range range, List<String> parameters) {
        return compared(amount, " >= ", " <= ", " and ", range, parameters);
    }

    private static String outside(String amount, Range range, List<String> parameters) {
        return compared(amount, " < ", " > ", " or ", range, parameters);
    }

    private static String compared(
            String amount, String from, String to, String joined, Range range, List<String> parameters) {
        List<String> ends = new ArrayList<>();
        end(amount + from, range.from(), parameters, ends);
        end(amount + to, range.to(), parameters, ends);
        return "(" + String.join(joined, ends) + ")";
    }

    private static void end(String compared, Optional<BigDecimal> amount, List<String> parameters, List<String> ends) {
        amount.ifPresent(value -> {
            ends.add(compared + "?::numeric");
            parameters.add(value.toPlainString());
        });
    }

    private static String portal(Set<Portal> wanted) {
        return "case when archived then 3 else coalesce((select " + FURTHEST + " from " + ACCESS
                + " and k.customer_id = customer.id group by 1, 2) p), 3) end in (" + numbers(wanted) + ")";
    }

    /** Where whoever has no access is wanted, the set is of those who are not. */
    private static String portals(Set<Portal> wanted) {
        Set<Portal> others = EnumSet.complementOf(EnumSet.copyOf(wanted));
        boolean disabled = wanted.contains(Portal.DISABLED);
        if (others.isEmpty()) {
            return "true";
        }
        return (disabled ? "not " : "not archived and ") + "exists (select from (select p.customer_id from " + ACCESS
                + " group by 1, 2) p group by 1 having " + FURTHEST + " in (" + numbers(disabled ? others : wanted)
                + ")) m where m.customer_id = customer.id and not customer.archived)";
    }

    private static String numbers(Set<Portal> states) {
        return states.stream()
                .map(state -> String.valueOf(BY_NUMBER.indexOf(state)))
                .collect(Collectors.joining(", "));
    }
}
