/**
 * The history of a customer: append-only, in time order, naming the actor (S4-27, S4-28). Observes domain events; no feature
 * calls it to write.
 */
@NullMarked
package org.kontor.timeline;

import org.jspecify.annotations.NullMarked;
