package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.access.PasswordResets;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.web.security.ClientAddress;

/** Where a link in a mail leads: a new password is chosen, and signed in with afterwards. */
@Named("resetPasswordPage")
@RequestScoped
public class ResetPasswordPage extends NewPasswordPage {

    @Inject
    PasswordResets resets;

    @Inject
    HttpServletRequest request;

    private boolean done;

    /** Sets the new password; the link is used up by it. */
    public void save() {
        if (!typedTwice()) {
            return;
        }
        try {
            resets.redeem(getToken(), getFresh(), ClientAddress.of(request));
            done = true;
        } catch (AppException e) {
            if (e.kind() == ErrorKind.INVALID) {
                errors.show(e.errors(), texts);
            } else if (e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
        }
    }

    /** Whether the link is still good; opening it changes nothing. */
    public boolean isGood() {
        return !done && resets.good(getToken());
    }

    /** Whether the password was set just now. */
    public boolean isDone() {
        return done;
    }

    /** What the link carries. */
    public String getToken() {
        String token = request.getParameter("token");
        return token == null ? "" : token;
    }

    /** What a new password must be. */
    public String getHint() {
        return texts.of("password.hint", resets.passwordMinLength());
    }
}
