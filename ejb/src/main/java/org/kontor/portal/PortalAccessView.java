package org.kontor.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * How a contact stands with the portal.
 *
 * @param contactId the contact
 * @param name of the contact
 * @param email its e-mail address; empty for none, then it cannot be invited
 * @param active whether the contact is active; access of one who is not rests
 * @param state how it stands
 * @param invitedAt when it was invited last; empty when never
 * @param invitedBy who did; empty when nobody
 * @param expired whether the invitation is too old to be accepted
 * @param acceptedAt when the invitation was accepted
 */
public record PortalAccessView(
        long contactId,
        String name,
        String email,
        boolean active,
        PortalState state,
        Optional<Instant> invitedAt,
        String invitedBy,
        boolean expired,
        Optional<Instant> acceptedAt) {

    /** Whether an invitation can be sent. */
    public boolean invitable() {
        return active && !email.isEmpty() && state != PortalState.SUSPENDED;
    }
}
