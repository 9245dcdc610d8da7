/**
 * The customer portal at {@code /portal}: pages for people who are no users.
 *
 * <p>Decided here: its addresses, its cookie, which is sent to nothing but the portal. Whatever is shown comes from
 * {@code PortalRecords} and {@code PortalFiles}. Must not enter: anything that reads by an id of a customer, or by a session of staff.
 */
@NullMarked
package org.kontor.web.portal;

import org.jspecify.annotations.NullMarked;
