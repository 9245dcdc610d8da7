package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One instalment of a payment plan.
 *
 * @param number from 1 on, in the order of the days
 * @param dueOn its day
 * @param amount how much was agreed
 * @param settled how much of it is settled
 * @param state where it stands
 */
public record InstalmentView(
        int number, LocalDate dueOn, BigDecimal amount, BigDecimal settled, InstalmentState state) {}
