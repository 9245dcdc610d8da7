package org.kontor.web.page;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people of a language type it: {@code 1.234,50} in German, {@code 1,234.50} in English, and either where there is no
 * doubt. What could be a thousand as well as a fraction ({@code 1.234} in German) is not read.
 */
final class TypedNumber {

    private static final int LONGEST = 30;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f'’]");
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d*");
    private static final Pattern GROUPS = Pattern.compile("[+-]?\\d{1,3}(?:[.,]\\d{3})+");
    private static final Pattern DOUBTFUL = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private TypedNumber() {}

    /** What was made of a text. */
    sealed interface Reading {}

    /** A number. */
    record Value(BigDecimal value) implements Reading {}

    /** A thousand or a fraction: nobody knows. */
    record Doubtful(BigDecimal asThousands, BigDecimal asFraction) implements Reading {}

    /** No number. */
    record None() implements Reading {}

    /** Reads a text that is not blank. */
    static Reading read(String typed, Locale locale) {
        String text = SPACES.matcher(typed).replaceAll("").replace('\u2212', '-');
        if (text.isEmpty() || text.length() > LONGEST) {
            return new None();
        }
        char decimal = decimal(locale);
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return split(text, Math.max(point, comma));
        }
        int last = Math.max(point, comma);
        if (last < 0) {
            return number(text, "");
        }
        char separator = text.charAt(last);
        if (text.indexOf(separator) < last) {
            return GROUPS.matcher(text).matches() ? number(digits(text), "") : new None();
        }
        if (separator != decimal && DOUBTFUL.matcher(text).matches()) {
            return new Doubtful(
                    new BigDecimal(digits(text)),
                    new BigDecimal(text.substring(0, last) + "." + text.substring(last + 1)));
        }
        return split(text, last);
    }

    /** A number as it is put into an input: with the decimal sign of the language, without signs between thousands. */
    static String write(BigDecimal value, Locale locale) {
        return value.toPlainString().replace('.', decimal(locale));
    }

    private static char decimal(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    private static Reading split(String text, int at) {
        String whole = text.substring(0, at);
        boolean grouped = whole.indexOf('.') >= 0 || whole.indexOf(',') >= 0;
        if (grouped && (!GROUPS.matcher(whole).matches() || whole.indexOf(text.charAt(at)) >= 0)) {
            return new None();
        }
        return number(digits(whole), text.substring(at + 1));
    }

    private static String digits(String text) {
        return text.replace(".", "").replace(",", "");
    }

    private static Reading number(String whole, String fraction) {
        Optional<String> text = Optional.of(whole + (fraction.isEmpty() ? "" : "." + fraction))
                .filter(all -> DIGITS.matcher(whole).matches()
                        && fraction.chars().allMatch(c -> c >= '0' && c <= '9')
                        && all.chars().anyMatch(c -> c >= '0' && c <= '9'));
        return text.<Reading>map(all -> new Value(new BigDecimal(all))).orElseGet(None::new);
    }
}
