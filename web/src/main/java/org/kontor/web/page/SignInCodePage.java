package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kontor.web.security.CodeCredential;
import org.kontor.web.security.Refusal;

/** The second step of signing in: a code, after the password was right. */
@Named("signInCodePage")
@RequestScoped
public class SignInCodePage {

    @Inject
    SecurityContext security;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts texts;

    private String code = "";
    private String refusal = "";

    /** Tries what was typed. The mechanism leads on to the page that was asked for. */
    public void signIn() {
        FacesContext context = FacesContext.getCurrentInstance();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) context.getExternalContext().getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new CodeCredential(code))
                        .newAuthentication(true));
        if (status == AuthenticationStatus.SEND_CONTINUE) {
            context.responseComplete();
        } else {
            refusal = Refusal.of(request);
        }
    }

    /** Why what was typed was refused; empty text when it was not. */
    public String getRefusal() {
        return texts.say(refusal);
    }

    /** The code; never shown again. */
    public String getCode() {
        return "";
    }

    /** Sets the code. */
    public void setCode(@Nullable String value) {
        code = value == null ? "" : value;
    }
}
