package org.kontor.access;

import java.util.List;

/**
 * The recovery codes of whoever is asking, shown this once.
 *
 * @param codes each good for one sign-in without the device
 * @param signedIn by which the session of this request goes on; all others have ended
 */
public record TwoFactorCodes(List<String> codes, SignedIn signedIn) {

    /** Without the codes. */
    @Override
    public String toString() {
        return "TwoFactorCodes";
    }
}
