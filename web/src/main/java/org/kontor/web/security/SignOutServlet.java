package org.kontor.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kontor.access.CallerContext;
import org.kontor.access.SignIn;

/** Ends the session: a POST, so that no link and no picture of another site can do it. */
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIn signIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (SessionUser.of(request).isPresent()) {
            signIn.signedOut(CallerContext.current().login(), ClientAddress.of(request));
        }
        SessionUser.end(request);
        request.logout();
        response.setStatus(303);
        response.setHeader("Location", request.getContextPath() + Paths.SIGN_IN + "?signedOut=true");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "POST");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
