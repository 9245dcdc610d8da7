package org.kontor.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an aging report, in one currency (S4-68).
 *
 * @param id the customer, company entity or user that it is about; empty for everything, and for customers without billing owner
 * @param name what that is called; empty where {@code id} is, and for a group whose head the caller does not see
 * @param accountNumber of a customer; else empty
 * @param currency ISO 4217 code
 * @param buckets amounts by {@link AgingBucket#columns}; {@code unapplied} is a minus, and {@code total} the sum of all the others
 * @param items how many items are in each, where everything is one line; else empty
 */
public record AgingLine(
        Optional<Long> id,
        String name,
        String accountNumber,
        String currency,
        Map<String, BigDecimal> buckets,
        Map<String, Long> items) {

    /** Copies the maps, in their order. */
    public AgingLine {
        buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }
}
