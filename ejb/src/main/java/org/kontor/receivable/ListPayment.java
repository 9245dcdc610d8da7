package org.kontor.receivable;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is seen in a list of the last payment of a customer.
 *
 * @param date when it was received
 * @param amount what arrived
 * @param currency ISO 4217 code
 */
public record ListPayment(LocalDate date, BigDecimal amount, String currency) implements Serializable {}
