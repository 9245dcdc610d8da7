package org.kontor.subscription;

import java.math.BigDecimal;

/**
 * What recurs of a customer in a month, in one currency (MRR).
 *
 * @param currency ISO 4217 code
 * @param subscriptions how many subscriptions it comes from
 * @param mrr without tax; the sum of those of the subscriptions
 */
public record RecurringRevenue(String currency, int subscriptions, BigDecimal mrr) {}
