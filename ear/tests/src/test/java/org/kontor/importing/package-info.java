/** The reading of files and the formats that ship, together, on files of many apps and on files that nobody wrote. */
@NullMarked
package org.kontor.importing;

import org.jspecify.annotations.NullMarked;
