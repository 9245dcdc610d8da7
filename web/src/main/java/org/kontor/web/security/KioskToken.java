package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.kiosk.KioskDevices;

/**
 * The token of a device that is a kiosk. The browser keeps it in a cookie that no script can read; REST takes it from there only
 * with the header {@value #HEADER}, which no other site can send, or as {@code Authorization: Bearer}.
 */
public final class KioskToken {

    /** The header with which the script of the kiosk asks. */
    public static final String HEADER = "X-Kontor-Kiosk";

    /** Name of the cookie. */
    public static final String COOKIE = "kontor-kiosk";

    private static final String BEARER = "Bearer ";
    private static final Duration KEPT = Duration.ofDays(400);

    private KioskToken() {}

    /** The token that a request shows; it need not be worth anything. */
    public static Optional<String> of(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        Stream<String> bearer = authorization != null && authorization.startsWith(BEARER)
                ? Stream.of(authorization.substring(BEARER.length()).strip())
                : Stream.empty();
        Stream<String> kept = request.getCookies() == null
                ? Stream.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(cookie -> cookie.getValue());
        return Stream.concat(bearer, kept)
                .filter(token -> token.startsWith(KioskDevices.MARK))
                .findFirst();
    }

    /** The token in the cookie of a request to REST that the script of the kiosk sent. */
    static Optional<String> sentByScript(HttpServletRequest request) {
        return request.getHeader(HEADER) == null ? Optional.empty() : of(request);
    }

    /** Lets the device show this token from now on. */
    public static void give(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, KEPT.toSeconds());
    }

    /** Takes the token from the device. */
    public static void take(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", 0);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
        String path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + value + "; Path=" + path + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                        + (ClientAddress.secure(request) ? "; Secure" : ""));
    }
}
