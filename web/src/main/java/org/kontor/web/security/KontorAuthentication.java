package org.kontor.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.Caller;
import org.kontor.access.SignIn;
import org.kontor.access.SignedIn;
import org.kontor.kiosk.KioskDevices;

/**
 * Authenticates: a page by the session that signing in has begun; REST by {@code Authorization: Bearer <api key>}, or by the
 * session when the request shows with {@value CsrfToken#HEADER} that it comes from a page of that session; a kiosk by its token. Turning somebody away
 * is left to {@link CallerFilter}, which knows what is public.
 */
@ApplicationScoped
public class KontorAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    IdentityStoreHandler identityStores;

    @Inject
    SignIn signIn;

    @Inject
    KioskDevices kiosks;

    @Inject
    RateLimit limit;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest()) {
            return signIn(request, context);
        }
        String authorization = request.getHeader("Authorization");
        if (Paths.isApi(request)) {
            Duration wait = Paths.isNotice(request) ? limit.byNotice(request) : limit.byAddress(request);
            if (!wait.isZero()) {
                CallerFilter.slowDown(request, wait);
                return context.doNothing();
            }
            if (Paths.isNotice(request)) {
                // Whoever sends it is nobody here, whatever else came along.
                return context.doNothing();
            }
            if (authorization != null) {
                return byKey(authorization, request, context);
            }
            return CsrfToken.sent(request)
                    ? bySession(request, context)
                    : byKiosk(KioskToken.sentByScript(request), request, context);
        }
        if (Paths.isPortal(request)) {
            // It has sessions of its own: whoever works for the company is nobody there.
            return context.doNothing();
        }
        if (Paths.isKiosk(request)) {
            Optional<String> token = KioskToken.of(request);
            if (token.flatMap(kiosks::byToken).isPresent()) {
                return byKiosk(token, request, context);
            }
        }
        return Paths.isStatic(request) ? context.doNothing() : bySession(request, context);
    }

    private AuthenticationStatus signIn(HttpServletRequest request, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential == null) {
            return context.notifyContainerAboutLogin(CredentialValidationResult.INVALID_RESULT);
        }
        CredentialValidationResult result = identityStores.validate(credential);
        if (result.getCallerPrincipal() instanceof KontorPrincipal principal) {
            String next = SessionUser.wanted(request);
            SessionUser.begin(request, principal.signedIn());
            if (ClientAddress.secureByProxy(request)) {
                SecureCookies.mark(context.getResponse());
            }
            // The session is signed in from its next request on, which is the page that was asked for.
            return context.redirect(request.getContextPath() + next);
        }
        return context.notifyContainerAboutLogin(CredentialValidationResult.INVALID_RESULT);
    }

    private AuthenticationStatus byKey(String authorization, HttpServletRequest request, HttpMessageContext context) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return context.doNothing();
        }
        String key = authorization.substring(BEARER.length()).strip();
        if (key.startsWith(KioskDevices.MARK)) {
            return byKiosk(Optional.of(key), request, context);
        }
        CredentialValidationResult result = identityStores.validate(new ApiKeyCredential(key));
        if (result.getCallerPrincipal() instanceof KontorPrincipal principal) {
            Duration wait = limit.byKey(key);
            if (wait.isZero()) {
                return accept(principal, request, context);
            }
            CallerFilter.slowDown(request, wait);
        }
        return context.doNothing();
    }

    /** A kiosk may send entries and nothing else, whoever is signed in beside it. */
    private AuthenticationStatus byKiosk(
            Optional<String> token, HttpServletRequest request, HttpMessageContext context) {
        Optional<Caller> caller = token.flatMap(kiosks::byToken);
        if (caller.isEmpty()) {
            return context.doNothing();
        }
        Duration wait = limit.byKey(token.orElse(""));
        if (!wait.isZero()) {
            CallerFilter.slowDown(request, wait);
            return context.doNothing();
        }
        return accept(new KontorPrincipal(SignedIn.withoutSession(caller.get())), request, context);
    }

    private AuthenticationStatus bySession(HttpServletRequest request, HttpMessageContext context) {
        Optional<SessionUser> user = SessionUser.of(request);
        if (user.isEmpty()) {
            return context.doNothing();
        }
        Optional<SignedIn> signedIn =
                signIn.bySession(user.get().userId(), user.get().stamp());
        if (signedIn.isEmpty()) {
            SessionUser.end(request);
            return context.doNothing();
        }
        return accept(new KontorPrincipal(signedIn.get()), request, context);
    }

    private static AuthenticationStatus accept(
            KontorPrincipal principal, HttpServletRequest request, HttpMessageContext context) {
        CallerFilter.remember(request, principal.signedIn());
        return context.notifyContainerAboutLogin(principal, Set.of());
    }
}
