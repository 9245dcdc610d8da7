/**
 * Subscriptions: what customers agreed to be invoiced for again and again (S4-132).
 *
 * <p>Decided here: on which days which lines are charged, and that each period is invoiced once. An invoice is made by
 * {@code receivable}, as one that a person makes. Must not enter: what a document comes to, and what is posted.
 */
@NullMarked
package org.kontor.subscription;

import org.jspecify.annotations.NullMarked;
