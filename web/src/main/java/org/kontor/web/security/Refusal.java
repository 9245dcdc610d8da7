package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Why a try to sign in was refused: what Jakarta Security itself does not pass on to the page. */
public final class Refusal {

    private static final String NAME = Refusal.class.getName();

    private Refusal() {}

    static void tell(HttpServletRequest request, String message) {
        request.setAttribute(NAME, message);
    }

    /** The sentence to show after {@code SecurityContext.authenticate} failed; empty text when there was no try. */
    public static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(NAME))
                .map(Object::toString)
                .orElse("");
    }
}
