package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.kontor.access.SignedIn;
import org.kontor.access.Users;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.web.security.OwnSession;

/** Where a user chooses a new password, of their own accord or because they must. */
@Named("passwordPage")
@RequestScoped
public class PasswordPage {

    @Inject
    Users users;

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
        SignedIn signedIn;
        try {
            signedIn = users.changeOwnPassword(current, fresh);
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            errors.show(e.errors(), texts);
            return;
        }
        OwnSession.renew(
                (HttpServletRequest)
                        FacesContext.getCurrentInstance().getExternalContext().getRequest(),
                signedIn);
        notices.done(texts.of("password.saved"));
        notices.go("/");
    }

    /** What a new password must be. */
    public String getHint() {
        return texts.of("password.hint", users.passwordMinLength());
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
