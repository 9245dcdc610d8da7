package org.kontor.wallet;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A payment method that a vault keeps.
 *
 * @param connectionId the connection to the vault
 * @param shopperId what the vault calls the payer; at most 100 characters
 * @param methodId what the vault calls the method; at most 100 characters, never a card number
 * @param type {@code CARD} or {@code BANK_DEBIT}
 * @param brand such as VISA, or the name of the bank; at most 60 characters, may be empty
 * @param lastDigits up to four last digits
 * @param expires last month of a card, such as 2028-07
 */
public record PaymentMethodDraft(
        long connectionId,
        String shopperId,
        String methodId,
        Optional<PaymentMethodType> type,
        String brand,
        String lastDigits,
        String expires) {

    /** The month that {@code expires} names; empty when it names none. */
    Optional<YearMonth> month() {
        return expires.matches("\\d{4}-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(expires)) : Optional.empty();
    }
}
