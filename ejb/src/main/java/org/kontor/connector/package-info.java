/**
 * The one place that asks the registry of connectors. Other features get capabilities from here.
 *
 * <p>Decided here: connectors register themselves by name in JNDI and are asked for each time; one that misbehaves is shown
 * as such and never hurts the others. Must not enter: what a capability is used for.
 */
@NullMarked
package org.kontor.connector;

import org.jspecify.annotations.NullMarked;
