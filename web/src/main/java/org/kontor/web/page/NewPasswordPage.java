package org.kontor.web.page;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A page where a new password is typed, twice. */
public abstract class NewPasswordPage {

    @Inject
    Texts texts;

    /** What needs a correction. */
    final FieldErrors errors = new FieldErrors();

    private String fresh = "";
    private String again = "";

    /** Forgets what needed a correction; whether both times the same was typed. */
    boolean typedTwice() {
        errors.clear();
        boolean same = fresh.equals(again);
        if (!same) {
            errors.add("again", texts.of("password.differ"), texts);
        }
        return same;
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
