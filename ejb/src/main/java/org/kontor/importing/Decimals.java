package org.kontor.importing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts as files have them, and never guesses: a sign of a currency and groups of three digits are left out. */
final class Decimals {

    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final Pattern POINT = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d{1,2}");
    private static final Pattern QUOTE = Pattern.compile("-?\\d{1,3}(['\u2019 \u00a0\u202f]\\d{3})+([.,]\\d{1,2})?");
    private static final Pattern SIGNS = Pattern.compile("\\p{Sc}|^[A-Z]{3}\\s|\\s[A-Z]{3}$");

    private Decimals() {}

    /** The number; empty when it cannot be read. A number in brackets is less than zero. */
    static Optional<BigDecimal> read(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        boolean negative = text.startsWith("(") && text.endsWith(")");
        String bare = SIGNS.matcher(negative ? text.substring(1, text.length() - 1) : text)
                .replaceAll("")
                .strip()
                .replace('\u2212', '-');
        Optional<String> plain = plain(bare);
        return plain.map(BigDecimal::new).map(value -> negative ? value.negate() : value);
    }

    private static Optional<String> plain(String bare) {
        if (PLAIN.matcher(bare).matches()) {
            return Optional.of(bare);
        }
        if (POINT.matcher(bare).matches()) {
            return Optional.of(bare.replace(",", ""));
        }
        if (COMMA.matcher(bare).matches()) {
            return Optional.of(bare.replace(".", "").replace(',', '.'));
        }
        if (QUOTE.matcher(bare).matches()) {
            return Optional.of(bare.replaceAll("['\u2019 \u00a0\u202f]", "").replace(',', '.'));
        }
        return Optional.empty();
    }
}
