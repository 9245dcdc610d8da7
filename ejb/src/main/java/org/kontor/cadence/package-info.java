/**
 * Cadences: named series of steps that say when which communication goes to a customer (S4-20 to S4-22, S4-59), and the to-do list in
 * which each of their steps stands beside what staff noted by hand (S4-130).
 *
 * <p>Decided here: which cadence a customer has, which steps follow from it, and what becomes of each. Sending is left to
 * {@code communication}. Must not enter: what is owed, which is read from the ledger and never kept.
 */
@NullMarked
package org.kontor.cadence;

import org.jspecify.annotations.NullMarked;
