package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An item that somebody names to be settled.
 *
 * @param itemId id of the invoice or opening balance
 * @param amount how much of the money goes to it; empty means as much as is left of either
 */
public record AllocationLine(long itemId, Optional<BigDecimal> amount) {}
