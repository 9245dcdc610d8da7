/**
 * Contacts exported from Google Contacts as "Google CSV", in the header of today and in the one before 2024.
 *
 * <p>Google's labels, stars and {@code :::} are understood here alone. Photos, custom fields, dates other than the
 * birthday and relations do not enter: they are no profile of a customer (S3-08).
 */
@NullMarked
package org.kontor.connectors.googlecontacts;

import org.jspecify.annotations.NullMarked;
