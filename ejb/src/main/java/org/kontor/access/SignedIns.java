package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Tells of a user whose credentials were accepted what the session must know. */
@Dependent
class SignedIns {

    @Inject
    AccessRepository repository;

    @Inject
    Instance<AccessRules> rules;

    @Inject
    SignInSettings ways;

    SignedIn of(User user) {
        boolean twoFactorDue = user.twoFactorAt().isEmpty() && requiresTwoFactor(user);
        return user.signedIn(ways.byPassword(), twoFactorDue, repository.preferences(user.id()));
    }

    /** Whether the company asks this user for codes. */
    boolean requiresTwoFactor(User user) {
        return rules.get().requiresTwoFactor(user.permissions());
    }

    /** Refuses a password that is too easy to guess, by the rules of the company. */
    void checkPassword(String field, String password, String login) {
        PasswordPolicy.check(field, password, login, passwordMinLength());
    }

    /** Fewest characters of a password that is chosen now. */
    int passwordMinLength() {
        return rules.get().passwordMinLength();
    }
}
