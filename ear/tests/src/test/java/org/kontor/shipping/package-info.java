/**
 * What an operator meets: starting, stopping, crashing, wrong settings, and what is in the archives.
 *
 * <p>Must not enter: tests of the business.
 */
@NullMarked
package org.kontor.shipping;

import org.jspecify.annotations.NullMarked;
