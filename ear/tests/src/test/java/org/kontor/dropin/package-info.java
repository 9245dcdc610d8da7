/**
 * Connectors of somebody else: made from the archetype and built outside of this project, deployed beside the running
 * application and taken away again.
 */
@NullMarked
package org.kontor.dropin;

import org.jspecify.annotations.NullMarked;
