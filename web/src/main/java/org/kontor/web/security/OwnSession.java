package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.kontor.access.SignedIn;

/** What a page may do with the session of its reader. */
public final class OwnSession {

    private OwnSession() {}

    /**
     * Lets this session go on after its user chose a new password, which ends all others. The id of the session is another
     * one from then on.
     */
    public static void renew(HttpServletRequest request, SignedIn signedIn) {
        SessionUser.begin(request, signedIn);
    }

    /** Whether the password was right, in this session and not long ago, and a code is awaited. */
    public static boolean awaitsCode(HttpServletRequest request) {
        return SessionUser.half(request).isPresent();
    }

    /** Ends this session with all it holds. */
    public static void end(HttpServletRequest request) {
        SessionUser.end(request);
    }
}
