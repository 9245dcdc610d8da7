package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Lets somebody in whom a provider of OpenID Connect has vouched for. Needs no permission. An account belongs to the user whom it
 * was bound to; an unknown account is bound, once, to the one active user with the e-mail address that the provider has verified.
 */
@Stateless
public class ExternalSignIn {

    private static final String UNKNOWN =
            "Ask an administrator to let you in: no user here has the verified e-mail address of your account.";

    @Inject
    AccessRepository repository;

    @Inject
    IdentityRepository identities;

    @Inject
    Admission admission;

    @Inject
    SignInGuard guard;

    @Inject
    SignInSettings settings;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * Signs in, or asks for a code where the user has set up codes.
     *
     * @param address network address of whoever tries
     */
    public SignIn.Outcome by(ExternalIdentity identity, String address) {
        Optional<User> user =
                bound(identity).or(() -> matched(identity, address)).or(() -> created(identity, address));
        if (user.filter(User::active).isEmpty()) {
            refused(user.isPresent() ? "inactive user" : "unknown account", address);
            return SignIn.refused(UNKNOWN);
        }
        String login = user.get().login();
        // Each time counts until it succeeds, as with a password: beginning anew gives no new tries at the code.
        Duration wait = guard.count(login, address);
        if (!wait.isZero()) {
            log.write("sign-in.locked", "", address, login);
            return SignIn.refused(SignIn.waitFor(wait));
        }
        return admission.firstStep(user.get(), login, address);
    }

    /**
     * Notes that the provider, or what came from it, was refused.
     *
     * @param reason in a few words; never what was sent
     */
    public void refused(String reason, String address) {
        log.write("sign-in.provider-refused", "", address, reason);
    }

    private Optional<User> bound(ExternalIdentity identity) {
        return identities.userOf(identity).flatMap(repository::user);
    }

    private Optional<User> matched(ExternalIdentity identity, String address) {
        List<User> found = identity.verifiedEmail().stream()
                .flatMap(email -> identities.unclaimed(identity, email).stream())
                .flatMap(id -> repository.user(id).stream())
                .filter(User::active)
                .toList();
        // Two users with one address: which of them it is, nobody can tell.
        return found.size() == 1 ? claimed(identity, found.get(0), address) : Optional.empty();
    }

    private Optional<User> created(ExternalIdentity identity, String address) {
        Optional<String> login = identity.verifiedEmail()
                .filter(email ->
                        settings.createUsers() && identities.userOf(identity).isEmpty())
                .filter(email ->
                        Users.isLogin(email) && repository.userByLogin(email).isEmpty())
                .filter(email -> !repository.emailTaken(email));
        if (login.isEmpty()) {
            return Optional.empty();
        }
        String email = login.get();
        User user = new User(email, clock.instant(), Caller.SYSTEM.login());
        String name = identity.displayName();
        user.describe(
                name.isEmpty() || name.length() > 200 ? email : name,
                email,
                new HashSet<>(repository.rolesNamed(settings.newUserRoles())));
        repository.add(user);
        repository.flush();
        log.write("user.created", Caller.SYSTEM.login(), address, email);
        return claimed(identity, user, address);
    }

    private Optional<User> claimed(ExternalIdentity identity, User user, String address) {
        if (!identities.claim(identity, user.id())) {
            return bound(identity);
        }
        log.write("sign-in.bound", user.login(), address, user.login());
        return Optional.of(user);
    }
}
