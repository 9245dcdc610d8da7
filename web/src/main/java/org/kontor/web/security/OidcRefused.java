package org.kontor.web.security;

/** The provider, or what came from it, was refused; the message says why in a few words and holds nothing of what was sent. */
final class OidcRefused extends Exception {

    private static final long serialVersionUID = 1L;

    OidcRefused(String reason) {
        super(reason);
    }

    OidcRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** In a few words. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
