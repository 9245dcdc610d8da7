package org.kontor.document;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which statements are wanted: one for each customer with something open on its day.
 *
 * @param kind {@code form} outside: what they list; empty for what is open
 * @param asOf their day; empty for today
 * @param from with {@link StatementKind#BALANCE_FORWARD} the first day whose changes are listed; empty for a month before
 * @param currency one ISO 4217 code; empty for all
 * @param entityId customers of one company entity; empty for all
 */
public record StatementRunDraft(
        @JsonbProperty("form") Optional<StatementKind> kind,
        Optional<LocalDate> asOf,
        Optional<LocalDate> from,
        String currency,
        Optional<Long> entityId) {}
