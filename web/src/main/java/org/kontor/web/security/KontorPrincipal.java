package org.kontor.web.security;

import jakarta.security.enterprise.CallerPrincipal;
import org.kontor.access.SignedIn;

/** Whoever was authenticated, as Jakarta Security passes it on. */
final class KontorPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    KontorPrincipal(SignedIn signedIn) {
        super(signedIn.caller().login());
        this.signedIn = signedIn;
    }

    SignedIn signedIn() {
        return signedIn;
    }
}
