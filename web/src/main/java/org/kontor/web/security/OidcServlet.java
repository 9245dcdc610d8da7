package org.kontor.web.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.ExternalIdentity;
import org.kontor.access.ExternalSignIn;

/** Signs in by the configured provider of OpenID Connect: {@code /oidc/start} leads there, {@code /oidc/callback} comes back. */
public class OidcServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OidcServlet.class.getName());
    private static final String ATTEMPT = OidcAttempt.class.getName();
    private static final String FAILED =
            "Try again: your account could not be checked. If it fails again, ask an administrator.";

    @Inject
    transient OidcDirectory directory;

    @Inject
    transient ExternalSignIn signIn;

    @Inject
    transient SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!directory.configured()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            if ("/start".equals(request.getPathInfo())) {
                start(request, response);
            } else if ("/callback".equals(request.getPathInfo())) {
                comeBack(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (OidcRefused e) {
            LOG.log(Level.WARNING, "Sign-in by OpenID Connect failed", e);
            signIn.refused(e.reason(), ClientAddress.of(request));
            back(request, response, FAILED);
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response) throws OidcRefused {
        OidcProvider provider = directory.provider();
        OidcAttempt attempt = OidcAttempt.begin(provider.settings().redirect().orElseGet(() -> callback(request)));
        request.getSession(true).setAttribute(ATTEMPT, attempt);
        if (ClientAddress.secureByProxy(request)) {
            SecureCookies.mark(response);
        }
        lead(response, provider.authorize(attempt).toString());
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response) throws OidcRefused {
        OidcAttempt attempt = taken(request.getSession(false));
        String state = text(request.getParameter("state"));
        if (attempt == null || !attempt.answeredBy(state)) {
            throw new OidcRefused("answer without a question");
        }
        OidcProvider provider = directory.provider();
        String issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(provider.settings().issuer().toString())) {
            throw new OidcRefused("answer of another issuer");
        }
        String code = text(request.getParameter("code"));
        if (code.isEmpty()) {
            throw new OidcRefused("provider refused");
        }
        ExternalIdentity identity = provider.redeem(attempt, code);
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new IdentityCredential(identity))
                        .newAuthentication(true));
        if (status != AuthenticationStatus.SEND_CONTINUE) {
            boolean awaitsCode = Refusal.of(request).isEmpty() && OwnSession.awaitsCode(request);
            if (awaitsCode) {
                lead(response, request.getContextPath() + Paths.CODE);
            } else {
                back(request, response, Refusal.of(request));
            }
        }
    }

    private static @Nullable OidcAttempt taken(@Nullable HttpSession session) {
        if (session == null) {
            return null;
        }
        OidcAttempt attempt = (OidcAttempt) session.getAttribute(ATTEMPT);
        session.removeAttribute(ATTEMPT);
        return attempt;
    }

    /** The address of {@code /oidc/callback}, as the browser reached Kontor. */
    private static String callback(HttpServletRequest request) {
        return (ClientAddress.secure(request) ? "https" : "http")
                + "://"
                + request.getHeader("Host")
                + request.getContextPath()
                + Paths.OIDC
                + "/callback";
    }

    /** To the sign-in page, which shows the sentence once. */
    private static void back(HttpServletRequest request, HttpServletResponse response, String refusal) {
        Refusal.keep(request, refusal);
        lead(response, request.getContextPath() + Paths.SIGN_IN);
    }

    private static void lead(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }

    private static String text(@Nullable String parameter) {
        return Optional.ofNullable(parameter).orElse("");
    }
}
