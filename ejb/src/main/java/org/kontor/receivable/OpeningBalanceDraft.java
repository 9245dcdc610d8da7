package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer owed, or had in hand, when they came from another system.
 *
 * @param customerId whose it is
 * @param amount not zero; less than zero for what is held for the customer
 * @param currency ISO 4217 code; empty means that of the customer
 * @param date from which day on; empty means today
 * @param dueDate when it is due, not before the date; empty means the date
 * @param component costs, interest or principal; empty means principal
 * @param number number that it had there, up to 60 characters; may be empty
 * @param description what it is, up to 1,000 characters
 */
public record OpeningBalanceDraft(
        long customerId,
        Optional<BigDecimal> amount,
        String currency,
        Optional<LocalDate> date,
        Optional<LocalDate> dueDate,
        Optional<ItemComponent> component,
        String number,
        String description) {}
