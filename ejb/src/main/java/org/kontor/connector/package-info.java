/** The one place that asks the registry of connectors. Other features get capabilities from here. */
@NullMarked
package org.kontor.connector;

import org.jspecify.annotations.NullMarked;
