package org.kontor.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** What becomes of somebody who was recognised. */
@Dependent
class Admission {

    @Inject
    SignInGuard guard;

    @Inject
    SignedIns signedIns;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** Asks for a code where the user has set up codes, else lets in. */
    SignIn.Outcome firstStep(User user, String name, String address) {
        if (user.twoFactorAt().isPresent()) {
            // Failures before it go on counting: a password that is known must not give new tries at the code.
            guard.passed(name, address);
            log.write("sign-in.code-asked", "", address, user.login());
            return new SignIn.Outcome(
                    Optional.empty(), Optional.of(new SignIn.FirstStep(user.id(), user.credentialStamp())), "");
        }
        return accepted(user, address);
    }

    /** Lets in. */
    SignIn.Outcome accepted(User user, String address) {
        guard.succeeded(user.login(), address);
        user.signedIn(clock.instant());
        log.write("sign-in.accepted", user.login(), address, user.login());
        return new SignIn.Outcome(Optional.of(signedIns.of(user)), Optional.empty(), "");
    }
}
