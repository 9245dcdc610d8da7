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
public class PasswordPage extends NewPasswordPage {

    @Inject
    Users users;

    @Inject
    Notices notices;

    private String current = "";

    /** Sets the new password, and begins the session anew with it: all other sessions have ended. */
    public void save() {
        if (!typedTwice()) {
            return;
        }
        SignedIn signedIn;
        try {
            signedIn = users.changeOwnPassword(current, getFresh());
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

    /** Current password, as typed. */
    public String getCurrent() {
        return current;
    }

    /** Sets the current password. */
    public void setCurrent(@Nullable String value) {
        current = value == null ? "" : value;
    }
}
