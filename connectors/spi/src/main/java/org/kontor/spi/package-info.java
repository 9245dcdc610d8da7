/**
 * What a connector implements and what Kontor calls.
 *
 * <p>Needs {@code java.*} alone, so that a connector has no other library to agree on. A connector never sees Kontor's
 * business code, its persistence or its database; Kontor never names a connector. Every interface states who calls it,
 * on which thread, how often, and what may be thrown.
 */
@NullMarked
package org.kontor.spi;

import org.jspecify.annotations.NullMarked;
