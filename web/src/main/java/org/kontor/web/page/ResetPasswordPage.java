package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.kontor.access.PasswordResets;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.web.security.ClientAddress;

/** Where a link in a mail leads: a new password is chosen, and signed in with afterwards. */
@Named("resetPasswordPage")
@RequestScoped
public class ResetPasswordPage {

    @Inject
    PasswordResets resets;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private final FieldErrors errors = new FieldErrors();
    private String fresh = "";
    private String again = "";
    private boolean done;

    /** Sets the new password; the link is used up by it. */
    public void save() {
        errors.clear();
        if (!fresh.equals(again)) {
            errors.add("again", texts.of("password.differ"), texts);
            return;
        }
        try {
            resets.redeem(getToken(), fresh, ClientAddress.of(request));
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

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
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
