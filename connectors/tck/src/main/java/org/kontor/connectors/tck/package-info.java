/**
 * What every connector must hold, as JUnit 5 interfaces: a connector's test implements {@code testee()} and inherits the
 * tests. One topic to an interface; the number in a test's name is that of the rule in {@code connectors/README.md}, the
 * word before it its strength.
 *
 * <p>Nothing here may need Kontor's business code, a server or a network.
 */
@NullMarked
package org.kontor.connectors.tck;

import org.jspecify.annotations.NullMarked;
