/**
 * E-mail that Kontor sends by a connection with a message channel.
 *
 * <p>Decided here: by which connection mail goes, the address that links in mails begin with, when a try is repeated: only when nothing
 * was sent for certain. Must not enter: what is written to customers.
 */
@NullMarked
package org.kontor.mail;

import org.jspecify.annotations.NullMarked;
