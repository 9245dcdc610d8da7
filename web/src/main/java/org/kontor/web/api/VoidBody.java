package org.kontor.web.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes something out of the ledger by a counter-entry.
 *
 * @param reason why; required
 * @param effectiveDate from which day on; empty means today, or the last day on which something moved it if that is later
 */
public record VoidBody(String reason, Optional<LocalDate> effectiveDate) {}
