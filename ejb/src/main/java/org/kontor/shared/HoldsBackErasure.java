package org.kontor.shared;

import java.util.List;

/**
 * A feature that must not lose a customer while something is under way (S4-104). A CDI bean of this type is found by itself. It is
 * asked for the preview, and again in the transaction of the erasure, which holds the row of the customer (S4-105): whoever begins
 * something that stands in the way takes that row first.
 */
public interface HoldsBackErasure {

    /** What stands in the way now; empty when nothing does. */
    List<ErasureObstacle> obstacles(long customerId);
}
