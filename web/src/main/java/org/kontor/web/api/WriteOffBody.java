package org.kontor.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Gives up what is left of an invoice.
 *
 * @param amount how much; empty means all that is left
 * @param reason why; required
 * @param effectiveDate from which day on; empty means today
 */
public record WriteOffBody(Optional<BigDecimal> amount, String reason, Optional<LocalDate> effectiveDate) {}
