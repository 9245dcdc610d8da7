package org.kontor.customer;

import java.util.List;
import java.util.Map;

/** Invites customers of a list to the customer portal; the feature that keeps the portal does it. */
public interface InvitesToPortal {

    /**
     * Checks before anything is done.
     *
     * @param text of the e-mail; empty for the usual one
     * @return the text as it is kept
     * @throws org.kontor.shared.AppException for whoever may not invite, while nobody can be invited, and for a text without the link
     */
    String check(String text);

    /**
     * Invites the primary contacts of those who have no access and no invitation that is good.
     *
     * @return how each one who was invited stood before, by id
     */
    Map<Long, String> invite(List<Long> customerIds, String text);
}
