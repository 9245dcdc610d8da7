package org.kontor.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which open items are wanted, as of when, and how they are put together.
 *
 * @param asOf what was posted with an effective date up to this day counts; empty for today in the time zone of the company entity
 * @param knownAt what was recorded up to this instant counts; empty for all that is known now
 * @param basis from which day on age is counted
 * @param groupBy what a line is about
 * @param customerId one customer; empty for all
 * @param withChildren whether the customers below that one count too
 * @param entityId one company entity; empty for all
 * @param currency one ISO 4217 code; empty for all, each by itself
 * @param owner sign-in name of a billing owner; empty for all
 * @param until items due, or issued when age counts from then, up to this day; empty for all
 * @param bounds last days of the buckets, growing, such as 30, 60, 90: what is older is in a bucket of its own
 */
public record AgingQuery(
        Optional<LocalDate> asOf,
        Optional<Instant> knownAt,
        AgingBasis basis,
        AgingGroup groupBy,
        Optional<Long> customerId,
        boolean withChildren,
        Optional<Long> entityId,
        String currency,
        String owner,
        Optional<LocalDate> until,
        List<Integer> bounds) {

    /** The usual buckets. */
    public static final List<Integer> USUAL_BOUNDS = List.of(30, 60, 90);

    /** Trims the texts and copies the list; no bounds are the usual ones. */
    public AgingQuery {
        currency = currency.strip().toUpperCase(Locale.ROOT);
        owner = owner.strip();
        bounds = bounds.isEmpty() ? USUAL_BOUNDS : List.copyOf(bounds);
    }

    /** Items of any day. */
    public AgingQuery(
            Optional<LocalDate> asOf,
            Optional<Instant> knownAt,
            AgingBasis basis,
            AgingGroup groupBy,
            Optional<Long> customerId,
            boolean withChildren,
            Optional<Long> entityId,
            String currency,
            String owner,
            List<Integer> bounds) {
        this(
                asOf,
                knownAt,
                basis,
                groupBy,
                customerId,
                withChildren,
                entityId,
                currency,
                owner,
                Optional.empty(),
                bounds);
    }

    /** Everything as of today, by due date. */
    public static AgingQuery by(AgingGroup group) {
        return new AgingQuery(
                Optional.empty(),
                Optional.empty(),
                AgingBasis.DUE_DATE,
                group,
                Optional.empty(),
                false,
                Optional.empty(),
                "",
                "",
                USUAL_BOUNDS);
    }

    /** The same, put together in another way. */
    public AgingQuery groupedBy(AgingGroup group) {
        return new AgingQuery(
                asOf, knownAt, basis, group, customerId, withChildren, entityId, currency, owner, until, bounds);
    }

    /** The same as of a day. */
    public AgingQuery asOf(LocalDate day) {
        return new AgingQuery(
                Optional.of(day),
                knownAt,
                basis,
                groupBy,
                customerId,
                withChildren,
                entityId,
                currency,
                owner,
                until,
                bounds);
    }

    /** The same as known at an instant. */
    public AgingQuery knownAt(Instant instant) {
        return new AgingQuery(
                asOf,
                Optional.of(instant),
                basis,
                groupBy,
                customerId,
                withChildren,
                entityId,
                currency,
                owner,
                until,
                bounds);
    }

    /** The same in one currency. */
    public AgingQuery in(String code) {
        return new AgingQuery(
                asOf, knownAt, basis, groupBy, customerId, withChildren, entityId, code, owner, until, bounds);
    }

    /** The same of one company entity, or of all. */
    public AgingQuery of(Optional<Long> entity) {
        return new AgingQuery(
                asOf, knownAt, basis, groupBy, customerId, withChildren, entity, currency, owner, until, bounds);
    }
}
