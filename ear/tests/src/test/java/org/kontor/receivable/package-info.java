/** Invoices, payments and credits from outside, over REST. */
@NullMarked
package org.kontor.receivable;

import org.jspecify.annotations.NullMarked;
