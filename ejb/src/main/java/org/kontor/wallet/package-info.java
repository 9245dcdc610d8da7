/**
 * Payment methods of customers, as a payment vault keeps them.
 *
 * <p>Decided here: Kontor holds a reference, never a number; a method is charged for one customer of one company entity in one currency;
 * while a payment is authorised its method stays where it is, and its customer is not erased.
 */
@NullMarked
package org.kontor.wallet;

import org.jspecify.annotations.NullMarked;
