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
}
