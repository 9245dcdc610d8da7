package org.kontor.web.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Marks cookies as Secure where a proxy speaks https for us: the server itself sees http, and would let the session's cookie go
 * without. They are marked before anything of the answer can leave.
 */
final class SecureCookies extends HttpServletResponseWrapper {

    private static final String HEADER = "Set-Cookie";
    private static final String MARK = "; Secure";

    SecureCookies(HttpServletResponse response) {
        super(response);
    }

    /** Marks what is there by now. */
    void mark() {
        mark((HttpServletResponse) getResponse());
    }

    /** Marks the cookies of an answer that leaves before any filter has seen it. */
    static void mark(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders(HEADER));
        if (response.isCommitted() || cookies.stream().allMatch(SecureCookies::marked)) {
            return;
        }
        boolean first = true;
        for (String cookie : cookies) {
            String value = marked(cookie) ? cookie : cookie + MARK;
            if (first) {
                response.setHeader(HEADER, value);
            } else {
                response.addHeader(HEADER, value);
            }
            first = false;
        }
    }

    private static boolean marked(String cookie) {
        return cookie.toLowerCase(Locale.ROOT).contains(MARK.toLowerCase(Locale.ROOT));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        mark();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        mark();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        mark();
        super.flushBuffer();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        mark();
        super.sendRedirect(location);
    }

    @Override
    public void sendError(int status) throws IOException {
        mark();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        mark();
        super.sendError(status, message);
    }
}
