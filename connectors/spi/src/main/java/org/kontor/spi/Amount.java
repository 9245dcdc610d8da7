package org.kontor.spi;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money. Exact; never more decimals than the currency has.
 *
 * @param value the amount; may be negative where the field that holds it says so
 * @param currency ISO 4217
 */
public record Amount(BigDecimal value, Currency currency) {

    /** Brings the value to the decimals of the currency; refuses when it has more. */
    public Amount {
        try {
            value = value.setScale(Math.max(0, currency.getDefaultFractionDigits()));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value + " has more decimals than " + currency + " allows", e);
        }
    }

    /** Such as {@code Amount.of("12.50", "EUR")}. */
    public static Amount of(String value, String currency) {
        return new Amount(new BigDecimal(value), Currency.getInstance(currency));
    }

    /** Such as {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
