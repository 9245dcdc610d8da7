package org.kontor.connectors.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and never guesses: the ISO form {@code 1988-05-01}, with a time behind it or not, and the patterns a
 * format declares. Everything else is refused with the form it should have had. Immutable.
 */
public final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[T ]((?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?) ?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern MIDNIGHT = Pattern.compile("[0:.,]+");
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(\\d{1,2})\\s?[./ -]\\s?(\\d{1,2})\\s?[./ -]\\s?(\\d{4}|\\d{2})(?:[ ,T].*)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s?[./ -]\\s?(\\d{1,2})\\s?[./ -]\\s?(\\d{1,2})(?:[ ,T].*)?");
    private static final int LONGEST = 60;

    private final List<DateTimeFormatter> patterns;

    private Dates(List<DateTimeFormatter> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * A date or why there is none.
     *
     * @param date the date
     * @param code {@code DATE_AMBIGUOUS}, {@code DATE_FORMAT} or {@code DATE_IMPOSSIBLE}; empty with a date
     * @param message what to do, cure first; empty with a date
     */
    public record Reading(Optional<LocalDate> date, String code, String message) {

        private static Reading of(LocalDate date) {
            return new Reading(Optional.of(date), "", "");
        }

        private static Reading refused(String code, String message) {
            return new Reading(Optional.empty(), code, message);
        }
    }

    /** Reads the ISO form alone. */
    public static Dates iso() {
        return new Dates(List.of());
    }

    /**
     * Reads another form too, because the app that wrote the file is known to write it.
     *
     * @param pattern as in {@link DateTimeFormatter}, with {@code uuuu} for the year, such as {@code dd.MM.uuuu}
     * @throws IllegalArgumentException when it is no pattern
     */
    public Dates andPattern(String pattern) {
        List<DateTimeFormatter> more = new ArrayList<>(patterns);
        more.add(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
        return new Dates(more);
    }

    /** Reads a date; never throws. The time of day is left out. */
    public Reading read(String text) {
        if (text.length() > LONGEST) {
            return unknown();
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return fromIso(text, iso);
        }
        return patterns.stream()
                .flatMap(pattern -> parse(pattern, text).stream())
                .findFirst()
                .map(Reading::of)
                .orElseGet(() -> refusal(text));
    }

    private static Optional<LocalDate> parse(DateTimeFormatter pattern, String text) {
        try {
            return Optional.of(LocalDate.parse(text, pattern));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Reading fromIso(String text, Matcher iso) {
        Optional<LocalDate> date = date(iso.group(1), iso.group(2), iso.group(3));
        if (date.isEmpty()) {
            return impossible(text);
        }
        boolean hasZone = iso.group(5) != null;
        if (hasZone && !MIDNIGHT.matcher(iso.group(4)).matches()) {
            return Reading.refused(
                    "DATE_AMBIGUOUS",
                    "Write the date alone, such as " + date.get() + ": \"" + text + "\" is another day elsewhere.");
        }
        return Reading.of(date.get());
    }

    private static Reading refusal(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                    .map(Dates::rewrite)
                    .orElseGet(() -> impossible(text));
        }
        Matcher dayAndMonth = DAY_AND_MONTH.matcher(text);
        if (!dayAndMonth.matches()) {
            return unknown();
        }
        String year = dayAndMonth.group(3);
        if (year.length() == 2) {
            return Reading.refused(
                    "DATE_AMBIGUOUS",
                    "Write the date as year-month-day with all four digits of the year, such as 1988-05-01.");
        }
        Optional<LocalDate> dayFirst = date(year, dayAndMonth.group(2), dayAndMonth.group(1));
        Optional<LocalDate> monthFirst = date(year, dayAndMonth.group(1), dayAndMonth.group(2));
        if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
            return Reading.refused(
                    "DATE_AMBIGUOUS",
                    "Write " + monthFirst.get() + " or " + dayFirst.get() + ": \"" + text
                            + "\" can be read as either.");
        }
        return dayFirst.or(() -> monthFirst).map(Dates::rewrite).orElseGet(() -> impossible(text));
    }

    private static Reading rewrite(LocalDate date) {
        return Reading.refused("DATE_FORMAT", "Write " + date + ": dates are year-month-day.");
    }

    private static Reading impossible(String text) {
        return Reading.refused(
                "DATE_IMPOSSIBLE", "Correct the date: there is no day \"" + text + "\" in the calendar.");
    }

    private static Reading unknown() {
        return Reading.refused("DATE_FORMAT", "Write the date as year-month-day, such as 1988-05-01.");
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
