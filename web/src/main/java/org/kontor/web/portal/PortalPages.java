package org.kontor.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.kontor.portal.PortalFace;
import org.kontor.portal.PortalRecords;
import org.kontor.portal.PortalSignIn;
import org.kontor.portal.PortalVisit;

/** What pages of the portal have in common. */
abstract class PortalPages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Nothing of these pages needs a script, and nothing comes from elsewhere. */
    private static final String POLICY =
            "default-src 'self'; script-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Inject
    transient PortalSignIn door;

    @Inject
    transient PortalRecords records;

    final PortalScreen screen(String name, Optional<PortalVisit> visit) {
        return new PortalScreen(name, visit.map(records::face).orElseGet(records::face), visit);
    }

    /** Whether the portal is off; then it was answered that there is nothing. */
    final boolean off(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (door.on()) {
            return false;
        }
        show(request, response, 404, new PortalScreen("problem", new PortalFace("", "", "", ""), Optional.empty()));
        return true;
    }

    static void show(HttpServletRequest request, HttpServletResponse response, int status, PortalScreen screen)
            throws ServletException, IOException {
        response.setStatus(status);
        response.setHeader("Content-Security-Policy", POLICY);
        request.setAttribute("portal", screen);
        request.getRequestDispatcher("/WEB-INF/portal/" + screen.getName() + ".xhtml")
                .forward(request, response);
    }

    static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** Whether a form was sent by a page of this session. */
    static boolean sentBy(PortalVisit visit, HttpServletRequest request) {
        return MessageDigest.isEqual(
                visit.formToken().getBytes(StandardCharsets.UTF_8),
                text(request, "form").getBytes(StandardCharsets.UTF_8));
    }
}
