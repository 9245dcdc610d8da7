/** Customers as accounting systems know them: links, what is read from there, balances, and reading one customer again. */
@NullMarked
package org.kontor.accounting;

import org.jspecify.annotations.NullMarked;
