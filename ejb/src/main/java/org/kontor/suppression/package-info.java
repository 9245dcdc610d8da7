/**
 * Who must not come in again: people whose data was erased, recognised by keyed hashes of e-mail address, phone number with name,
 * name with birthdate, and external ids.
 *
 * <p>Decided here: what is hashed and how it is compared. Must not enter: customers and contacts; whoever lets somebody in asks
 * {@link org.kontor.suppression.Suppressions} with an {@link org.kontor.suppression.Identity}.
 */
@NullMarked
package org.kontor.suppression;

import org.jspecify.annotations.NullMarked;
