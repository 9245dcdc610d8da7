package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kontor.access.PasswordResets;
import org.kontor.access.SignInSettings;
import org.kontor.web.security.OidcDirectory;
import org.kontor.web.security.OwnSession;
import org.kontor.web.security.Paths;
import org.kontor.web.security.Refusal;

/** Sign-in. A refusal reads the same for an unknown user and a wrong password, so that nobody learns which user names exist. */
@Named("signInPage")
@RequestScoped
public class SignInPage {

    @Inject
    SecurityContext security;

    @Inject
    Notices notices;

    @Inject
    OidcDirectory provider;

    @Inject
    SignInSettings ways;

    @Inject
    PasswordResets resets;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    private String login = "";
    private String password = "";
    private String refusal = "";
    private boolean resetOffered;

    /** Takes what the provider's answer was refused with, and looks once whether links can be sent. */
    @PostConstruct
    void open() {
        refusal = Refusal.taken(request);
        resetOffered = ways.byPassword() && resets.offered();
    }

    /** What the provider of OpenID Connect is called; empty text when there is none. */
    public String getProvider() {
        return provider.name().orElse("");
    }

    /** Where signing in by the provider begins. */
    public String getProviderAddress() {
        return request.getContextPath() + Paths.OIDC_START;
    }

    /** Whether a password lets in. */
    public boolean isByPassword() {
        return ways.byPassword();
    }

    /** Whether a link for a new password can be asked for. */
    public boolean isResetOffered() {
        return resetOffered;
    }

    /** Tries what was typed. The mechanism leads on to the page that was asked for. */
    public void signIn() {
        FacesContext context = FacesContext.getCurrentInstance();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) context.getExternalContext().getRequest(),
                (HttpServletResponse) context.getExternalContext().getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(login.strip(), password))
                        .newAuthentication(true));
        if (status == AuthenticationStatus.SEND_CONTINUE) {
            context.responseComplete();
        } else if (status == AuthenticationStatus.SUCCESS) {
            // May come from anybody: nextOf lets only our own pages through.
            notices.go(Paths.nextOf(
                    context.getExternalContext().getRequestParameterMap().get("next")));
        } else {
            refusal = Refusal.of(request);
            if (refusal.isEmpty() && OwnSession.awaitsCode(request)) {
                notices.go(Paths.CODE);
            }
        }
    }

    /** Why what was typed was refused, and how long to wait; empty text when it was not. */
    public String getRefusal() {
        return texts.say(refusal);
    }

    /** User name, as typed. */
    public String getLogin() {
        return login;
    }

    /** Sets the user name. */
    public void setLogin(@Nullable String value) {
        login = value == null ? "" : value;
    }

    /** Password, as typed. */
    public String getPassword() {
        return password;
    }

    /** Sets the password. */
    public void setPassword(@Nullable String value) {
        password = value == null ? "" : value;
    }
}
