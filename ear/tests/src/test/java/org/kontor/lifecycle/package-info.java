/** Duplicates from outside. */
@NullMarked
package org.kontor.lifecycle;

import org.jspecify.annotations.NullMarked;
