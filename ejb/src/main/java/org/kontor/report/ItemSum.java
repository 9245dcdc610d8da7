package org.kontor.report;

import java.math.BigDecimal;

/**
 * What the rows of a list come to, over all its pieces.
 *
 * @param currency ISO 4217 code
 * @param items how many rows
 * @param amount their sum
 */
public record ItemSum(String currency, long items, BigDecimal amount) {}
