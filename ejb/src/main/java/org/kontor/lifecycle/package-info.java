/**
 * What becomes of customers as wholes: who may be the same as whom. The matcher ({@link org.kontor.lifecycle.DuplicateMatcher}) is pure
 * and the same for a search over all customers, for the look at one customer, and for one who is just being entered.
 */
@NullMarked
package org.kontor.lifecycle;

import org.jspecify.annotations.NullMarked;
