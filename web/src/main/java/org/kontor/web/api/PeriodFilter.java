package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.report.ReportPeriod;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;

/** Which period a report is about, by its days or by name: {@code @BeanParam PeriodFilter filter}. */
public class PeriodFilter {

    private static final String DAY = "Write a day as 2026-11-21.";

    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("to")
    @DefaultValue("")
    String to = "";

    @QueryParam("period")
    @DefaultValue("")
    String period = "";

    @QueryParam("entityId")
    @DefaultValue("")
    String entityId = "";

    /**
     * What was asked for.
     *
     * @param days first and last day; empty when the period has a name
     * @param period name of the period; last 30 days when nothing was said
     * @param entityId company entity; empty for all
     */
    public record Wanted(Optional<ReportPeriod.Days> days, ReportPeriod period, Optional<Long> entityId) {}

    /**
     * What was asked for.
     *
     * @throws AppException {@code INVALID} with every parameter whose value cannot be read
     */
    public Wanted wanted() {
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> first = AgingFilter.value("from", from, LocalDate::parse, DAY, errors);
        Optional<LocalDate> last = AgingFilter.value("to", to, LocalDate::parse, DAY, errors);
        Optional<ReportPeriod> named = named(period, errors);
        Optional<Long> entity =
                AgingFilter.value("entityId", entityId, Long::valueOf, "Enter the id of a company entity.", errors);
        if (errors.isEmpty() && first.isPresent() != last.isPresent()) {
            errors.add(new FieldError(
                    first.isPresent() ? "to" : "from", "REQUIRED", "Give both days, from and to, or a period."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return new Wanted(
                first.flatMap(f -> last.map(l -> new ReportPeriod.Days(f, l))),
                named.orElse(ReportPeriod.LAST_30_DAYS),
                entity);
    }

    /** The period with this name; empty when none was given or there is none, which is noted. */
    static Optional<ReportPeriod> named(String period, List<FieldError> errors) {
        return AgingFilter.value(
                "period",
                period,
                ReportPeriod::valueOf,
                "Choose LAST_30_DAYS, THIS_MONTH, THIS_QUARTER, THIS_YEAR, LAST_MONTH, LAST_QUARTER or LAST_YEAR.",
                errors);
    }
}
