package org.kontor.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** What a password must be, whoever chooses it. */
@ApplicationScoped
public class PasswordRules {

    @Inject
    Instance<AccessRules> rules;

    /**
     * Refuses a password that is too easy to guess.
     *
     * @param field name of the field in the answer
     * @param login what is typed beside it, in lower case, which must not be part of it
     * @throws AppException {@link ErrorKind#INVALID}
     */
    public void check(String field, String password, String login) {
        PasswordPolicy.check(field, password, login, minLength());
    }

    /** Fewest characters. */
    public int minLength() {
        return rules.get().passwordMinLength();
    }

    /** What to look at of a password that was typed to sign in: nothing of one that is longer than any is. */
    public static String typed(String password) {
        return password.length() > PasswordPolicy.MAX_LENGTH ? "" : password;
    }
}
