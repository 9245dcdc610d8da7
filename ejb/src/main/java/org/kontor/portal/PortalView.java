package org.kontor.portal;

import java.util.List;

/**
 * How a customer stands with the portal.
 *
 * @param id the customer
 * @param state the furthest of its active contacts: enabled, suspended, invited, else disabled; of an archived customer disabled
 * @param ready whether somebody can be invited now
 * @param reason what to do that somebody can be; empty when it is so
 * @param contacts each contact: primary first, then active ones, then by name
 */
public record PortalView(long id, PortalState state, boolean ready, String reason, List<PortalAccessView> contacts) {

    /** Copies the list. */
    public PortalView {
        contacts = List.copyOf(contacts);
    }
}
