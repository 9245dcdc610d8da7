package org.kontor.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.web.problem.RequestId;

/** The outermost filter: names the request, and puts the headers on its answer that browsers obey. */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(EdgeFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.choose(request.getHeader(RequestId.HEADER));
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        // Each line of the log tells the thread's name, and so the request's.
        thread.setName(name + " request " + id);
        RequestId.bind(id);
        try {
            response.setHeader(RequestId.HEADER, id);
            headers(request, response);
            if (ClientAddress.secureByProxy(request)) {
                SecureCookies secure = new SecureCookies(response);
                chain.doFilter(request, Paths.isApi(request) ? new ProblemsOnly(secure) : secure);
                secure.mark();
            } else {
                chain.doFilter(request, Paths.isApi(request) ? new ProblemsOnly(response) : response);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            if (!Paths.isApi(request) || response.isCommitted()) {
                throw e;
            }
            LOG.log(Level.SEVERE, e, () -> "Incident " + id);
            Turned.bug(response, id);
        } finally {
            RequestId.unbind();
            thread.setName(name);
        }
    }

    private static void headers(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (ClientAddress.secure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (Paths.isApi(request)) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        } else if (Paths.isStatic(request)) {
            // An icon opened by itself must not run what somebody hid in it. Pages get theirs, with a nonce, from
            // PrimeFaces.
            response.setHeader(
                    "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        }
        if (Paths.of(request).equals(Paths.KIOSK_WORKER)) {
            // It fetches the kiosk's page, and does nothing else.
            response.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
        }
        if (!Paths.isStatic(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** Lets the server's own errors, too, be problems, and not the pages for people. */
    private static final class ProblemsOnly extends HttpServletResponseWrapper {

        ProblemsOnly(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            Turned.away(
                    (HttpServletResponse) getResponse(), status, "HTTP_" + status, "Check the request and try again.");
        }
    }
}
