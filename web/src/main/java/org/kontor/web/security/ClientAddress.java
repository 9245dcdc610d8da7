package org.kontor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where a request comes from. Headers of a proxy are believed only when {@code kontor.http.trust-forwarded} is true: otherwise
 * anybody could write them.
 */
public final class ClientAddress {

    private ClientAddress() {}

    /** The network address of whoever asks. */
    public static String of(HttpServletRequest request) {
        return forwarded(request).filter(address -> trusted()).orElseGet(request::getRemoteAddr);
    }

    /** The last address was written by the proxy that we trust, be it in a line of its own; those before it by anybody. */
    static Optional<String> forwarded(HttpServletRequest request) {
        return last(request, "X-Forwarded-For");
    }

    private static Optional<String> last(HttpServletRequest request, String header) {
        Enumeration<String> lines = request.getHeaders(header);
        String last = null;
        while (lines != null && lines.hasMoreElements()) {
            last = lines.nextElement();
        }
        return Optional.ofNullable(last)
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip());
    }

    /** Whether the browser speaks https, with us or with a proxy that we trust. */
    public static boolean secure(HttpServletRequest request) {
        return request.isSecure() || secureByProxy(request);
    }

    /** Whether the browser speaks https with a proxy that we trust, and the proxy http with us. */
    static boolean secureByProxy(HttpServletRequest request) {
        // The setting is asked for last: looking it up takes longer than all else.
        return !request.isSecure() && forwardedSecure(request) && trusted();
    }

    /** As with addresses, what the proxy that we trust wrote is the last; those before it may be anybody's. */
    static boolean forwardedSecure(HttpServletRequest request) {
        return last(request, "X-Forwarded-Proto")
                .filter("https"::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean trusted() {
        return ConfigProvider.getConfig()
                .getOptionalValue("kontor.http.trust-forwarded", Boolean.class)
                .orElse(false);
    }
}
