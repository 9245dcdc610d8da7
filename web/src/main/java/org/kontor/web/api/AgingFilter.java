package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.report.AgingBasis;
import org.kontor.report.AgingGroup;
import org.kontor.report.AgingQuery;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** Which aging report is wanted: {@code @BeanParam AgingFilter filter}. */
public class AgingFilter {

    @QueryParam("asOf")
    @DefaultValue("")
    String asOf = "";

    @QueryParam("knownAt")
    @DefaultValue("")
    String knownAt = "";

    @QueryParam("basis")
    @DefaultValue("DUE_DATE")
    String basis = "DUE_DATE";

    @QueryParam("groupBy")
    @DefaultValue("CUSTOMER")
    String groupBy = "CUSTOMER";

    @QueryParam("customerId")
    @DefaultValue("")
    String customerId = "";

    @QueryParam("withChildren")
    @DefaultValue("false")
    String withChildren = "false";

    @QueryParam("entityId")
    @DefaultValue("")
    String entityId = "";

    @QueryParam("currency")
    @DefaultValue("")
    String currency = "";

    @QueryParam("owner")
    @DefaultValue("")
    String owner = "";

    @QueryParam("until")
    @DefaultValue("")
    String until = "";

    @QueryParam("buckets")
    @DefaultValue("")
    String buckets = "";

    /**
     * The query.
     *
     * @throws AppException {@code INVALID} with every parameter whose value cannot be read
     */
    public AgingQuery query() {
        List<FieldError> errors = new ArrayList<>();
        AgingQuery query = new AgingQuery(
                value("asOf", asOf, LocalDate::parse, "Write a day as 2026-11-21.", errors),
                value("knownAt", knownAt, Instant::parse, "Write a time as 2026-11-21T09:30:00Z.", errors),
                value("basis", basis, AgingBasis::valueOf, "Choose DUE_DATE or INVOICE_DATE.", errors)
                        .orElse(AgingBasis.DUE_DATE),
                value("groupBy", groupBy, AgingGroup::valueOf, "Choose CUSTOMER, TREE, ENTITY, OWNER or NONE.", errors)
                        .orElse(AgingGroup.CUSTOMER),
                value("customerId", customerId, Long::valueOf, "Enter the id of a customer.", errors),
                value("withChildren", withChildren, AgingFilter::truth, "Choose true or false.", errors)
                        .orElse(false),
                value("entityId", entityId, Long::valueOf, "Enter the id of a company entity.", errors),
                currency,
                owner,
                value("until", until, LocalDate::parse, "Write a day as 2026-11-21.", errors),
                value(
                                "buckets",
                                buckets,
                                AgingFilter::bounds,
                                "Give the last days of the buckets, such as 30,60,90.",
                                errors)
                        .orElse(AgingQuery.USUAL_BOUNDS));
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return query;
    }

    private static List<Integer> bounds(String text) {
        return List.of(text.split(",", -1)).stream()
                .map(part -> Integer.valueOf(part.strip()))
                .toList();
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The value of a parameter; empty when it was not given or cannot be read, which is noted. */
    static <T> Optional<T> value(
            String field, String text, Function<String, T> reader, String cure, List<FieldError> errors) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            errors.add(new FieldError(field, "UNKNOWN_VALUE", cure));
            return Optional.empty();
        }
    }
}
