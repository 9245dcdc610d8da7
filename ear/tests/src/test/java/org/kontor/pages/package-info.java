/** The pages as a person uses them, in a real browser against the distribution. */
@NullMarked
package org.kontor.pages;

import org.jspecify.annotations.NullMarked;
