package org.kontor.document;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Which statement is wanted.
 *
 * @param kind {@code form} outside: what it lists
 * @param asOf its day; empty for today in the time zone of the company entity
 * @param from with {@link StatementKind#BALANCE_FORWARD} the first day whose changes are listed; empty for a month before its day
 * @param currency one ISO 4217 code; empty for all, each by itself
 */
public record StatementQuery(
        @JsonbProperty("form") StatementKind kind,
        Optional<LocalDate> asOf,
        Optional<LocalDate> from,
        String currency) {

    /** Trims the code. */
    public StatementQuery {
        currency = currency.strip().toUpperCase(Locale.ROOT);
    }

    /** What is open today. */
    public static StatementQuery open() {
        return new StatementQuery(StatementKind.OPEN_ITEM, Optional.empty(), Optional.empty(), "");
    }
}
