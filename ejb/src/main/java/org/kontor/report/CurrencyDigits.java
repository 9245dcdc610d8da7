package org.kontor.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts in the digits of their currency. */
final class CurrencyDigits {

    private CurrencyDigits() {}

    /** The amount with as many decimals as its currency has; never fewer than it needs. */
    static BigDecimal of(BigDecimal amount, String currency) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), digits(currency)), RoundingMode.UNNECESSARY);
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2;
        }
    }
}
