package org.kontor.wallet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who gets a payment method.
 *
 * @param customerId the customer
 * @param consentedOn of a bank account: the day on which that customer gave a mandate of their own; empty when they gave none
 */
public record MethodTransfer(long customerId, Optional<LocalDate> consentedOn) {}
