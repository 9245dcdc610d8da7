package org.kontor.receivable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import org.kontor.customer.FieldCheck;

/** Amounts in the digits of their currency. */
public final class Amounts {

    /** More than this is a slip of the keyboard, and would not fit. */
    private static final BigDecimal MOST = new BigDecimal("99999999999");

    private Amounts() {}

    /** How many decimals the currency has; empty for what is no currency that money is owed in, such as XAU. */
    static Optional<Integer> digits(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(digits);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An amount as the database gave it, in the digits of its currency. */
    public static BigDecimal scaled(BigDecimal amount, String currency) {
        return amount.setScale(digits(currency).orElse(2), RoundingMode.UNNECESSARY);
    }

    /** An amount of which nobody knows how many decimals it has, in the digits of its currency. */
    public static BigDecimal rounded(BigDecimal amount, String currency) {
        return amount.setScale(digits(currency).orElse(2), RoundingMode.HALF_EVEN);
    }

    /** A quantity, price or rate without zeros at its end. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /** Refuses what is no currency ({@code CURRENCY_UNKNOWN}). */
    static String currency(FieldCheck fields, String currency) {
        if (digits(currency).isEmpty()) {
            fields.refuse("currency", "CURRENCY_UNKNOWN", "Enter a currency code of ISO 4217, such as USD or EUR.");
        }
        return currency;
    }

    /**
     * An amount more than zero with no more decimals than its currency has (S4-70, S4-71), in exactly these.
     *
     * @return zero when it was refused
     */
    public static BigDecimal positive(FieldCheck fields, String field, Optional<BigDecimal> amount, String currency) {
        if (amount.isEmpty()) {
            fields.refuse(field, "REQUIRED", "Enter an amount.");
            return BigDecimal.ZERO;
        }
        if (amount.get().signum() <= 0) {
            fields.refuse(field, "NOT_POSITIVE", "Enter an amount greater than zero.");
            return BigDecimal.ZERO;
        }
        if (amount.get().compareTo(MOST) > 0) {
            fields.refuse(field, "TOO_LARGE", "Enter an amount of at most " + MOST.toPlainString() + ".");
            return BigDecimal.ZERO;
        }
        int digits = digits(currency).orElse(2);
        BigDecimal plain = amount.get().stripTrailingZeros();
        if (plain.scale() > digits) {
            fields.refuse(
                    field,
                    "TOO_MANY_DECIMALS",
                    digits == 0
                            ? "Enter a whole amount: " + currency + " has no decimals."
                            : "Enter at most " + digits + " decimals: " + currency + " has no smaller unit.");
            return BigDecimal.ZERO;
        }
        return plain.setScale(digits, RoundingMode.UNNECESSARY);
    }

    /** How messages and history write it. */
    public static String text(BigDecimal amount, String currency) {
        return scaled(amount, currency).toPlainString() + " " + currency;
    }
}
