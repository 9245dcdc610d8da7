/** The customer portal, over REST and in a browser. */
@NullMarked
package org.kontor.portal;

import org.jspecify.annotations.NullMarked;
