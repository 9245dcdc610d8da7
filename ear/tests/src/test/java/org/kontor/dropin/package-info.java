/** A connector of somebody else, deployed beside the running application and taken away again. */
@NullMarked
package org.kontor.dropin;

import org.jspecify.annotations.NullMarked;
