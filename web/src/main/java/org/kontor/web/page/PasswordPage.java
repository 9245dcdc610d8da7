package org.kontor.web.page;

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
import org.kontor.access.CallerContext;
import org.kontor.access.Users;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Where a user chooses a new password, of their own accord or because they must. */
@Named("passwordPage")
@RequestScoped
public class PasswordPage {

    @Inject
    Users users;

    @Inject
    SecurityContext security;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private String current = "";
    private String fresh = "";
    private String again = "";

    /** Sets the new password, and begins the session anew with it: all other sessions have ended. */
    public void save() {
        errors.clear();
        if (!fresh.equals(again)) {
            errors.add("again", texts.of("password.differ"), texts);
            return;
        }
        String login = CallerContext.current().login();
        try {
            users.changeOwnPassword(current, fresh);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(e.errors(), texts);
            return;
        }
        FacesContext context = FacesContext.getCurrentInstance();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) context.getExternalContext().getRequest(),
                (HttpServletResponse) context.getExternalContext().getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(login, fresh))
                        .newAuthentication(true));
        notices.done(texts.of("password.saved"));
        notices.go(status == AuthenticationStatus.SUCCESS ? "/" : "/signin.xhtml");
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Current password, as typed. */
    public String getCurrent() {
        return current;
    }

    /** Sets the current password. */
    public void setCurrent(@Nullable String value) {
        current = value == null ? "" : value;
    }

    /** New password, as typed. */
    public String getFresh() {
        return fresh;
    }

    /** Sets the new password. */
    public void setFresh(@Nullable String value) {
        fresh = value == null ? "" : value;
    }

    /** New password, typed once more. */
    public String getAgain() {
        return again;
    }

    /** Sets the new password, typed once more. */
    public void setAgain(@Nullable String value) {
        again = value == null ? "" : value;
    }
}
