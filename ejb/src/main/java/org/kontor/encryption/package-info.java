/**
 * Values that must not be readable in the database: secrets of connections, medical conditions, second factors.
 *
 * <p>Decided here: AES-256-GCM by Tink; the keys live outside the database; each value is bound to its column and row, so
 * that it cannot be moved to another one; the newest key encrypts, older ones still decrypt, and values follow to the
 * newest by themselves. Must not enter: what a value means.
 */
@NullMarked
package org.kontor.encryption;

import org.jspecify.annotations.NullMarked;
