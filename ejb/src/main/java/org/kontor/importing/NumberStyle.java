package org.kontor.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How a cell of a workbook shows its number: as it is, as a date in ISO form, or with zeros before it.
 *
 * @param date whether the number counts days
 * @param digits least number of digits, as postal codes have; 0 when it does not matter
 */
record NumberStyle(boolean date, int digits) {

    static final NumberStyle PLAIN = new NumberStyle(false, 0);

    /** The number formats for dates and times that are not written into the workbook. */
    private static final Set<String> DATES = Set.of(
            "14", "15", "16", "17", "18", "19", "20", "21", "22", "27", "28", "29", "30", "31", "32", "33", "34", "35",
            "36", "45", "46", "47", "50", "51", "52", "53", "54", "55", "56", "57", "58");

    private static final LocalDate START = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    /** The 1900 system counts a 29 February 1900, which there was not. */
    private static final int DAY_THAT_WAS_NOT = 60;

    private static final double LAST_DAY = 2_958_466;
    private static final double SECONDS_OF_DAY = 86_400;
    private static final int MOST_DIGITS = 400;
    private static final int LONGEST = 400;

    /**
     * The style of a number format.
     *
     * @param id its number
     * @param code its code, such as {@code dd/mm/yyyy}; empty when the number says all
     */
    static NumberStyle of(String id, String code) {
        if (code.isEmpty()) {
            return DATES.contains(id) ? new NumberStyle(true, 0) : PLAIN;
        }
        if (code.matches("0{2,20}")) {
            return new NumberStyle(false, code.length());
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[(?![hms])[^\\]]*]|_.|\\*.", "");
        return bare.matches("(?is).*[ymdhs].*") && !bare.equalsIgnoreCase("general") ? new NumberStyle(true, 0) : PLAIN;
    }

    /** The number of a cell as text; what is no number stays as it is. */
    String text(String number, boolean from1904) {
        if (number.length() > LONGEST) {
            return number;
        }
        try {
            BigDecimal value = new BigDecimal(number.strip());
            if (Math.abs((long) value.scale()) > MOST_DIGITS) {
                return number;
            }
            String plain = value.stripTrailingZeros().toPlainString();
            if (date) {
                return day(value.doubleValue(), from1904, plain);
            }
            boolean whole = plain.chars().allMatch(Character::isDigit);
            return whole && plain.length() < digits ? "0".repeat(digits - plain.length()) + plain : plain;
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private static String day(double days, boolean from1904, String plain) {
        if (days < 0 || days >= LAST_DAY) {
            return plain;
        }
        long whole = (long) days;
        long seconds = Math.round((days - whole) * SECONDS_OF_DAY);
        try {
            LocalTime time = LocalTime.MIDNIGHT.plusSeconds(seconds % (long) SECONDS_OF_DAY);
            if (whole == 0) {
                return time.truncatedTo(ChronoUnit.SECONDS).toString();
            }
            LocalDate start = from1904 ? START_1904 : START;
            long counted = !from1904 && whole < DAY_THAT_WAS_NOT ? whole + 1 : whole;
            LocalDateTime at = start.plusDays(counted).atStartOfDay().plusSeconds(seconds);
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        } catch (DateTimeException e) {
            return plain;
        }
    }
}
