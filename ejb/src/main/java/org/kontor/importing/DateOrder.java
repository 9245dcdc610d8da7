package org.kontor.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order a file writes day and month. Years have four digits and are never guessed. */
public enum DateOrder {
    /** Day, month, year: 21.11.1988. */
    DMY,
    /** Month, day, year: 11/21/1988. */
    MDY,
    /** Year, month, day: 1988-11-21. */
    YMD;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?", Pattern.DOTALL);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ].*)?", Pattern.DOTALL);

    /** Whether a text looks like a date, in whatever order. */
    static boolean isDate(String text) {
        return YEAR_FIRST.matcher(text.strip()).matches()
                || YEAR_LAST.matcher(text.strip()).matches();
    }

    /** Whether day and month of a date can be read two ways. */
    static boolean ambiguous(String text) {
        Optional<LocalDate> dayFirst = DMY.read(text);
        Optional<LocalDate> monthFirst = MDY.read(text);
        return dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst);
    }

    /** The only way in which a date can be read. */
    static Optional<LocalDate> only(String text) {
        return ambiguous(text) ? Optional.empty() : DMY.read(text).or(() -> MDY.read(text));
    }

    /** The day; a year that comes first is read as such in each order. */
    Optional<LocalDate> read(String text) {
        Matcher first = YEAR_FIRST.matcher(text.strip());
        if (first.matches()) {
            return day(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text.strip());
        if (this == YMD || !last.matches()) {
            return Optional.empty();
        }
        return this == DMY
                ? day(last.group(3), last.group(2), last.group(1))
                : day(last.group(3), last.group(1), last.group(2));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
