/**
 * The customer portal: contacts who are invited, sign in by themselves, and see what their own customer owes (S4-14, S4-61, S4-62, X-23).
 *
 * <p>Decided here: who has access, what an invitation is, and what somebody who is no user may see. A visit to the portal has no
 * permission of Kontor: {@link org.kontor.portal.PortalRecords} and {@link org.kontor.portal.PortalFiles} alone read for it. Must not enter: what staff notes about a customer.
 */
@NullMarked
package org.kontor.portal;

import org.jspecify.annotations.NullMarked;
