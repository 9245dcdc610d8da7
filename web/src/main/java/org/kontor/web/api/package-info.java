/** The REST face of Kontor: resources without logic. */
@NullMarked
package org.kontor.web.api;

import org.jspecify.annotations.NullMarked;
