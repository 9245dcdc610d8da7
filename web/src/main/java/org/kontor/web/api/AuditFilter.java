package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.AuditQuery;
import org.kontor.shared.AppException;

/** Which lines of the audit log are wanted: {@code @BeanParam AuditFilter filter}. */
public class AuditFilter {

    @QueryParam("kind")
    List<String> kind = List.of();

    @QueryParam("actor")
    @DefaultValue("")
    String actor = "";

    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("to")
    @DefaultValue("")
    String to = "";

    /**
     * The query.
     *
     * @throws AppException {@code INVALID} for a time that cannot be read
     */
    public AuditQuery query() {
        return new AuditQuery(
                kind.stream().flatMap(k -> Stream.of(k.split(",", -1))).toList(),
                actor,
                instant("from", from),
                instant("to", to));
    }

    /** An instant from a parameter; empty when it was not given. */
    static Optional<Instant> instant(String field, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw AppException.invalid(field, "INSTANT_FORM", "Write a time as 2026-11-21T09:30:00Z.");
        }
    }
}
