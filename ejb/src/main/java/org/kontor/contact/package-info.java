/** People of a customer whom one might reach about the account. */
@NullMarked
package org.kontor.contact;

import org.jspecify.annotations.NullMarked;
