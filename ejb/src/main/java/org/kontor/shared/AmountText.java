package org.kontor.shared;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts as they stand in an address: as a field for numbers of a browser sends them, with a point, also {@code .5} and {@code 1e3}. */
public final class AmountText {

    private static final int LONGEST = 60;
    private static final int MOST_BEFORE = 15;
    private static final int MOST_BEHIND = 18;

    private AmountText() {}

    /** The amount; empty for what is no number, and for one with more than 15 digits before the point or 18 behind it. */
    public static Optional<BigDecimal> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        BigDecimal amount;
        try {
            amount = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        BigDecimal bare = amount.stripTrailingZeros();
        if ((long) bare.precision() - bare.scale() > MOST_BEFORE || bare.scale() > MOST_BEHIND) {
            return Optional.empty();
        }
        return Optional.of(amount.scale() < 0 ? bare.setScale(0) : amount);
    }
}
