package org.kontor.report;

import java.util.ArrayList;
import java.util.List;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** What may be asked of an aging report. */
final class AgingRules {

    private static final int MOST_BUCKETS = 8;
    private static final int MOST_DAYS = 3_650;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private AgingRules() {}

    /**
     * Refuses what cannot be answered.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every part against a rule
     */
    static void check(AgingQuery query) {
        List<FieldError> errors = new ArrayList<>();
        int last = 0;
        boolean grow = query.bounds().size() <= MOST_BUCKETS;
        for (int bound : query.bounds()) {
            grow &= bound > last && bound <= MOST_DAYS;
            last = bound;
        }
        if (!grow) {
            errors.add(new FieldError(
                    "buckets",
                    "BUCKETS_NOT_GROWING",
                    "Give the last days of up to " + MOST_BUCKETS
                            + " buckets, each larger than the one before and at most " + MOST_DAYS
                            + ", such as 30,60,90."));
        }
        if (!query.currency().isEmpty() && !query.currency().matches("[A-Z]{3}")) {
            errors.add(new FieldError(
                    "currency", "CURRENCY_UNKNOWN", "Enter a currency code of ISO 4217, such as USD or EUR."));
        }
        query.asOf()
                .filter(day -> day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
                .ifPresent(day -> errors.add(new FieldError(
                        "asOf", "OUT_OF_RANGE", "Choose a day between " + FIRST_YEAR + " and " + LAST_YEAR + ".")));
        query.until()
                .filter(day -> day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
                .ifPresent(day -> errors.add(new FieldError(
                        "until", "OUT_OF_RANGE", "Choose a day between " + FIRST_YEAR + " and " + LAST_YEAR + ".")));
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }

    /** Refuses a column that the report does not have. */
    static void checkBucket(AgingItems items, AgingQuery query, String bucket) {
        if (!items.knows(bucket)) {
            throw AppException.invalid(
                    "bucket",
                    "BUCKET_UNKNOWN",
                    "Choose one of owed, pastDue, unapplied, "
                            + String.join(
                                    ", ",
                                    AgingBucket.between(query.bounds()).stream()
                                            .map(AgingBucket::key)
                                            .toList())
                            + ".");
        }
    }
}
