/** Imports as a client of the REST interface meets them, and what a crash of the server does to them. */
@NullMarked
package org.kontor.imports;

import org.jspecify.annotations.NullMarked;
