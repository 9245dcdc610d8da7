/** Reaches the registry of connectors for tests. */
@NullMarked
package org.kontor.connector;

import org.jspecify.annotations.NullMarked;
