package org.kontor.document;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run of statements.
 *
 * @param id its number
 * @param version counts how often it changed
 * @param createdAt when it was asked for
 * @param createdBy who asked
 * @param updatedAt when it got on last
 * @param kind {@code form} outside: what the statements list
 * @param asOf their day
 * @param from the first day whose changes are listed
 * @param currency one ISO 4217 code; empty for all
 * @param entityId customers of one company entity; empty for all
 * @param state where it stands
 * @param total how many customers there are
 * @param done how many of them it is through with
 * @param made how many statements there are; the others are in the archive's list of problems
 * @param message why it failed; else empty
 */
public record StatementRunView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        @JsonbProperty("form") StatementKind kind,
        LocalDate asOf,
        Optional<LocalDate> from,
        String currency,
        Optional<Long> entityId,
        RunState state,
        long total,
        long done,
        long made,
        String message) {}
