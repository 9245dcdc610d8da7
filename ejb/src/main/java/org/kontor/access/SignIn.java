package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Tells who is asking: by password, by session, by API key, or for a job that goes on for somebody. Needs no permission. */
@Stateless
public class SignIn {

    @Inject
    AccessRepository repository;

    @Inject
    AccessLog log;

    @Inject
    SignInGuard guard;

    @Inject
    SecondFactor factor;

    @Inject
    SignedIns signedIns;

    @Inject
    Clock clock;

    @Inject
    AdminSettings settings;

    @Inject
    SignInSettings ways;

    @Inject
    Admission admission;

    /**
     * What became of a try to sign in.
     *
     * @param signedIn the user; empty when refused, and when a code is asked for
     * @param firstStep what to show with the code when one is asked for besides the password, which was right
     * @param refusal why it was refused, the same for a wrong password and an unknown user; empty text when it was not
     */
    public record Outcome(Optional<SignedIn> signedIn, Optional<FirstStep> firstStep, String refusal) {}

    /**
     * Somebody whose password was right and who has to show a code. Not signed in.
     *
     * @param userId id of the user
     * @param stamp as of {@link SignedIn}
     */
    public record FirstStep(long userId, long stamp) {}

    /**
     * Checks a password. An unknown user, an inactive one and a wrong password cannot be told apart, neither by the answer nor by
     * its time.
     *
     * @param address network address of whoever tries
     */
    public Outcome byPassword(String login, String password, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Duration wait = guard.count(name, address);
        Optional<User> known = repository.userByLogin(name);
        String subject = known.map(User::login).orElse("");
        if (!wait.isZero()) {
            log.write("sign-in.locked", "", address, subject);
            return refused(waitFor(wait));
        }
        if (!ways.byPassword()) {
            log.write("sign-in.refused", "", address, subject);
            return refused("Sign in with your company account: passwords are switched off here.");
        }
        String stored = known.map(User::passwordHash).orElse("");
        String typed = password.length() > PasswordPolicy.MAX_LENGTH ? "" : password;
        boolean right = PasswordHash.matches(typed, stored);
        if (known.isEmpty() || !right || !known.get().active()) {
            log.write("sign-in.refused", "", address, subject);
            return refused("Check the user name and the password: they do not belong together.");
        }
        User user = known.get();
        if (PasswordHash.outdated(stored)) {
            user.rehash(PasswordHash.of(password));
        }
        return admission.firstStep(user, name, address);
    }

    /**
     * Checks the code of somebody whose password was right: one of the moment, or a recovery code. Each is good once; wrong ones
     * count as wrong passwords do.
     *
     * @param step of the password
     * @param address network address of whoever tries
     */
    public Outcome byCode(FirstStep step, String code, String address) {
        Optional<User> known = repository
                .user(step.userId())
                .filter(User::active)
                .filter(u ->
                        u.credentialStamp() == step.stamp() && u.twoFactorAt().isPresent());
        if (known.isEmpty()) {
            return refused("Sign in with your password again: something was changed meanwhile.");
        }
        User user = known.get();
        Duration wait = guard.count(user.login(), address);
        if (!wait.isZero()) {
            log.write("sign-in.locked", "", address, user.login());
            return refused(waitFor(wait));
        }
        SecondFactor.Shown shown = factor.show(user.id(), code);
        if (shown == SecondFactor.Shown.NOTHING_GOOD) {
            log.write("sign-in.code-refused", "", address, user.login());
            return refused("Type the code that your app shows now; each code is good once.");
        }
        if (shown == SecondFactor.Shown.RECOVERY_CODE) {
            log.write("two-factor.recovery-used", user.login(), address, user.login());
        }
        return admission.accepted(user, address);
    }

    /** The user of a session, with the permissions of now; empty when the session must end. */
    public Optional<SignedIn> bySession(long userId, long stamp) {
        return repository.user(userId).filter(User::active).map(signedIns::of).filter(s -> s.stamp() == stamp);
    }

    /**
     * Whom an API key stands for; empty when it is unknown, expired or revoked, or its owner is inactive.
     *
     * @param address network address of whoever shows it
     */
    public Optional<Caller> byApiKey(String key, String address) {
        byte[] hash = ApiKeys.hash(key);
        Optional<String> configured = settings.apiKey();
        if (configured.isPresent() && MessageDigest.isEqual(ApiKeys.hash(configured.get()), hash)) {
            return Optional.of(new Caller(repository.adminId(), FirstStart.ADMIN, Permission.names()));
        }
        Instant now = clock.instant();
        Optional<ApiKey> known = repository.apiKeyByHash(hash);
        Optional<Caller> caller = known.flatMap(found -> found.caller(now));
        if (caller.isEmpty()) {
            log.write(
                    "api-key.refused",
                    "",
                    address,
                    known.map(k -> k.view().prefix()).orElse(""));
        }
        known.filter(k -> caller.isPresent()).ifPresent(k -> repository.used(k.id(), now));
        return caller;
    }

    /**
     * The caller for work that goes on for a user without them, such as a job; 0 is Kontor itself.
     *
     * @throws AppException {@link ErrorKind#FORBIDDEN} when the user is inactive or unknown by now
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Caller callerOf(long userId) {
        if (userId == Caller.SYSTEM.userId()) {
            return Caller.SYSTEM;
        }
        return repository
                .user(userId)
                .filter(User::active)
                .map(User::caller)
                .orElseThrow(() -> new AppException(
                        ErrorKind.FORBIDDEN,
                        "USER_INACTIVE",
                        "Let somebody else start this again: the user who did is not active any more."));
    }

    /** Notes that somebody signed out. */
    public void signedOut(String login, String address) {
        log.write("sign-in.ended", login, address, login);
    }

    static Outcome refused(String message) {
        return new Outcome(Optional.empty(), Optional.empty(), message);
    }

    /** What to tell somebody who tried too often. */
    static String waitFor(Duration wait) {
        return "Wait " + spoken(wait) + ", then try again: there were too many tries.";
    }

    private static String spoken(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
