package org.kontor.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of days past due, counted from the as-of date.
 *
 * @param key name in the REST contract, such as {@code current}, {@code d1_30}, {@code d91Plus}
 * @param from first day past due, 1 or more; 0 for what is not past due
 * @param to last day past due; 0 for what is not past due, {@link #OPEN_END} for the oldest
 */
public record AgingBucket(String key, int from, int to) {

    /** No end. */
    public static final int OPEN_END = Integer.MAX_VALUE;

    /** Key of what is held for customers and not applied: a minus. */
    public static final String UNAPPLIED = "unapplied";

    /** Key of the sum: the balance of the ledger. */
    public static final String TOTAL = "total";

    /** Key of everything that is past due, for narrowing a list of items. */
    public static final String PAST_DUE = "pastDue";

    /** Key of everything that is owed, past due or not, for narrowing a list of items. */
    public static final String OWED = "owed";

    /** The buckets between these last days, what is not past due first. */
    public static List<AgingBucket> between(List<Integer> bounds) {
        List<AgingBucket> buckets = new ArrayList<>();
        buckets.add(new AgingBucket("current", 0, 0));
        int from = 1;
        for (int to : bounds) {
            buckets.add(new AgingBucket("d" + from + "_" + to, from, to));
            from = to + 1;
        }
        buckets.add(new AgingBucket("d" + from + "Plus", from, OPEN_END));
        return buckets;
    }

    /** Keys of all columns of a report: the buckets, what is unapplied, the total. */
    public static List<String> columns(List<Integer> bounds) {
        List<String> keys =
                new ArrayList<>(between(bounds).stream().map(AgingBucket::key).toList());
        keys.add(UNAPPLIED);
        keys.add(TOTAL);
        return keys;
    }

    /** SQL that tells whether an item owed since the day in {@code column} is in this bucket. */
    String condition(String column, LocalDate asOf) {
        if (from == 0) {
            return column + " >= " + literal(asOf);
        }
        String begun = column + " <= " + literal(asOf.minusDays(from));
        return to == OPEN_END ? begun : begun + " and " + column + " >= " + literal(asOf.minusDays(to));
    }

    /** Whether an item owed since a day is in this bucket. */
    boolean holds(LocalDate day, LocalDate asOf) {
        long age = Math.max(0, asOf.toEpochDay() - day.toEpochDay());
        return age >= from && age <= to;
    }

    private static String literal(LocalDate day) {
        return "date '" + day + "'";
    }
}
