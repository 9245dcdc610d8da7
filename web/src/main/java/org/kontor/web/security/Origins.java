package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells requests of our own pages from those that another site lets the user's browser send. */
final class Origins {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Origins() {}

    /**
     * Whether the request may change something: browsers say where it comes from ({@code Sec-Fetch-Site}, else
     * {@code Origin}). A request with an API key was not sent by a browser of its own accord.
     */
    static boolean fromHere(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())
                || (Paths.isApi(request) && request.getHeader("Authorization") != null)) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
