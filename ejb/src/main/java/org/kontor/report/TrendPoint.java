package org.kontor.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How receivables stood at the end of a day, as known now.
 *
 * @param day the day
 * @param buckets what was owed by {@link AgingBucket#between the usual buckets}
 * @param pastDue what of it was past due
 * @param dso days sales outstanding over the 90 days that end with the day; empty without sales in them
 */
public record TrendPoint(LocalDate day, Map<String, BigDecimal> buckets, BigDecimal pastDue, Optional<BigDecimal> dso) {

    /** Copies the map, in its order. */
    public TrendPoint {
        buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
    }
}
