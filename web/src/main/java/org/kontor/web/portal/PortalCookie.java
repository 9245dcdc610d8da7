package org.kontor.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.kontor.web.security.ClientAddress;
import org.kontor.web.security.Paths;

/** What the browser of a visitor keeps: the token of the session, which no script can read and which goes to the portal alone. */
final class PortalCookie {

    private static final String NAME = "kontor-portal";

    private PortalCookie() {}

    /** The token that a request shows; it need not be worth anything. Empty for none. */
    static String of(HttpServletRequest request) {
        return request.getCookies() == null
                ? ""
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(cookie -> cookie.getValue())
                        .findFirst()
                        .orElse("");
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, "");
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", "; Max-Age=0");
    }

    /** Lax, since people come from a link in a mail; whatever changes something is a POST with the token of its form. */
    private static void write(HttpServletRequest request, HttpServletResponse response, String value, String kept) {
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + value + "; Path=" + request.getContextPath() + Paths.PORTAL + kept
                        + "; HttpOnly; SameSite=Lax" + (ClientAddress.secure(request) ? "; Secure" : ""));
    }
}
