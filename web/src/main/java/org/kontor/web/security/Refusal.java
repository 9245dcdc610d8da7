package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Why a try to sign in was refused: what Jakarta Security itself does not pass on to the page. */
public final class Refusal {

    private static final String NAME = Refusal.class.getName();

    private Refusal() {}

    static void tell(HttpServletRequest request, String message) {
        request.setAttribute(NAME, message);
    }

    /** Keeps the sentence for the sign-in page, which the browser asks for next. */
    static void keep(HttpServletRequest request, String message) {
        request.getSession(true).setAttribute(NAME, message);
    }

    /** The sentence that was kept, this once; empty text when there is none. */
    public static String taken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(NAME);
        if (session != null && kept != null) {
            session.removeAttribute(NAME);
        }
        return kept == null ? "" : kept.toString();
    }

    /** The sentence to show after {@code SecurityContext.authenticate} failed; empty text when there was no try. */
    public static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(NAME))
                .map(Object::toString)
                .orElse("");
    }
}
