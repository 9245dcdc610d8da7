package org.kontor.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What a script of our own pages sends along when it calls REST with the session: {@code #{csrf.token}}. */
@Named("csrf")
@RequestScoped
public class CsrfToken {

    /** The header in which the token is sent. */
    public static final String HEADER = "X-CSRF-Token";

    @Inject
    HttpServletRequest request;

    /** The token of the session; empty text when nobody is signed in. */
    public String getToken() {
        return SessionUser.of(request).map(SessionUser::csrfToken).orElse("");
    }

    /** Whether the request shows the token of its session. */
    static boolean sent(HttpServletRequest request) {
        String sent = request.getHeader(HEADER);
        return sent != null
                && SessionUser.of(request)
                        .map(SessionUser::csrfToken)
                        .filter(token -> MessageDigest.isEqual(bytes(token), bytes(sent)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
