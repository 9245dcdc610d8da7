/** Notes on a customer. */
@NullMarked
package org.kontor.note;

import org.jspecify.annotations.NullMarked;
