package org.kontor.receivable;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What is seen in a list of how a customer stands in one currency.
 *
 * @param currency ISO 4217 code
 * @param balance what is owed less what is held
 * @param pastDue what is owed and past due
 * @param buckets what is owed, by how long it is past due; what is held is taken off none of it
 */
public record ListBalance(String currency, BigDecimal balance, BigDecimal pastDue, AgingBuckets buckets)
        implements Serializable {}
