/**
 * Customers who enter themselves, at a tablet by the door: what they send, and the queue of those whom staff should look at.
 *
 * <p>Decided here: whoever may only send entries learns nothing of what is stored, neither by the answer nor by its content; an
 * entry is always taken, and one that looks like an existing customer goes to the queue.
 */
@NullMarked
package org.kontor.kiosk;

import org.jspecify.annotations.NullMarked;
