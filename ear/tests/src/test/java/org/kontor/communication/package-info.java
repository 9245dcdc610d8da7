/** Messages, over REST and on the pages. */
@NullMarked
package org.kontor.communication;

import org.jspecify.annotations.NullMarked;
