package org.kontor.receivable;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What is owed, by how long it is past due.
 *
 * @param current not past due
 * @param d1to30 1 to 30 days past due
 * @param d31to60 31 to 60 days
 * @param d61to90 61 to 90 days
 * @param d91plus 91 days and more
 */
public record AgingBuckets(
        BigDecimal current, BigDecimal d1to30, BigDecimal d31to60, BigDecimal d61to90, BigDecimal d91plus)
        implements Serializable {}
