package org.kontor.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.SignedIn;

/**
 * Lets through who may come in, with the caller bound to the thread: turns away requests that another site sent in the user's
 * name, leads to the sign-in page or answers 401, and insists on a new password and on codes where they are due.
 */
public class CallerFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SIGNED_IN = SignedIn.class.getName();
    private static final String WAIT = RateLimit.class.getName();

    /** Called by the authentication mechanism, which runs before all filters. */
    static void remember(HttpServletRequest request, SignedIn signedIn) {
        request.setAttribute(SIGNED_IN, signedIn);
    }

    /** Called by the authentication mechanism for a request that comes too soon. */
    static void slowDown(HttpServletRequest request, Duration wait) {
        request.setAttribute(WAIT, wait);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<SignedIn> signedIn = Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
        if (request.getAttribute(WAIT) instanceof Duration wait) {
            long seconds = wait.toSeconds() + 1;
            response.setHeader("Retry-After", Long.toString(seconds));
            Turned.away(
                    response,
                    429,
                    "TOO_MANY_REQUESTS",
                    "Wait " + seconds + (seconds == 1 ? " second" : " seconds") + ", then go on more slowly.");
        } else if (!Origins.fromHere(request)) {
            refuse(
                    request,
                    response,
                    403,
                    "OTHER_SITE",
                    "Open Kontor itself and try again: this came from another site.");
        } else if (Paths.of(request).equals(Paths.CODE)
                && SessionUser.half(request).isEmpty()) {
            leadTo(request.getContextPath() + Paths.SIGN_IN, request, response);
        } else if (signedIn.isPresent()) {
            enter(signedIn.get(), request, response, chain);
        } else if (Paths.isPublic(request)) {
            if (Paths.of(request).equals(Paths.SIGN_IN) && request.getParameter("next") != null) {
                SessionUser.wants(request, request.getParameter("next"));
            }
            chain.doFilter(request, response);
        } else if (Paths.isApi(request)) {
            Turned.away(response, 401, "NOT_SIGNED_IN", "Send an API key as Authorization: Bearer <key>.");
        } else {
            leadTo(Paths.signInFor(request), request, response);
        }
    }

    private static void enter(
            SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String first = signedIn.mustChangePassword() ? Paths.PASSWORD : Paths.TWO_FACTOR;
        if (!signedIn.isComplete() && !Paths.of(request).equals(first) && !Paths.isPublic(request)) {
            if (!Paths.isApi(request)) {
                leadTo(request.getContextPath() + first, request, response);
            } else if (signedIn.mustChangePassword()) {
                Turned.away(
                        response,
                        403,
                        "PASSWORD_CHANGE_REQUIRED",
                        "Choose a new password first, on the page " + first + ".");
            } else {
                Turned.away(
                        response,
                        403,
                        "TWO_FACTOR_REQUIRED",
                        "Set up sign-in with codes first, on the page " + first + ".");
            }
            return;
        }
        try {
            CallerContext.callFrom(
                    ClientAddress.of(request),
                    () -> CallerContext.callAs(signedIn.caller(), () -> {
                        chain.doFilter(request, response);
                        return true;
                    }));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        if (Paths.isApi(request)) {
            Turned.away(response, status, code, detail);
        } else {
            response.sendError(status);
        }
    }

    /** A page in the middle of an Ajax request does not follow a redirect: it is told in its own words. */
    private static void leadTo(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=utf-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + address.replace("&", "&amp;")
                                    .replace("\"", "&quot;")
                                    .replace("<", "&lt;")
                            + "\"/></partial-response>");
        } else {
            response.setStatus(303);
            response.setHeader("Location", address);
        }
    }
}
