/** Customers, contacts, notes and timeline from outside, over REST. */
@NullMarked
package org.kontor.customer;

import org.jspecify.annotations.NullMarked;
