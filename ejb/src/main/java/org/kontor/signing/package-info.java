/**
 * Documents that people of customers sign electronically (S4-134): drafts with their signers, the way to a service for signatures and back,
 * and the files.
 */
@NullMarked
package org.kontor.signing;

import org.jspecify.annotations.NullMarked;
