package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Asks for the current password before something that an unlocked screen alone must not allow. */
@Dependent
class OwnPassword {

    private static final String FIELD = "currentPassword";

    @Inject
    SignInGuard guard;

    /**
     * Refuses another password than the current one. Wrong tries count as those of signing in do.
     *
     * @throws AppException {@link ErrorKind#INVALID} for {@code currentPassword}
     */
    void check(User user, String typed) {
        String address = CallerContext.address();
        Duration wait = guard.count(user.login(), address);
        if (!wait.isZero()) {
            throw AppException.invalid(FIELD, "TOO_MANY_TRIES", SignIn.waitFor(wait));
        }
        if (!PasswordHash.matches(typed.length() > PasswordPolicy.MAX_LENGTH ? "" : typed, user.passwordHash())) {
            throw AppException.invalid(FIELD, "OTHER_PASSWORD", "Type the password you have now.");
        }
        guard.passed(user.login(), address);
    }
}
