package org.kontor.web.security;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers below {@code /api} where no version of the contract is: as a problem, like everything there. */
public class NoSuchApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Turned.away(response, 404, "NOT_FOUND", "Check the address: the API is at /api/v1.");
    }
}
