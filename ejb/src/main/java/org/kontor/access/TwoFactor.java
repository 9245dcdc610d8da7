package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Signing in with a code of an authenticator app besides the password (RFC 6238): everybody sets it up for themselves, an administrator
 * can take it away from whoever lost device and recovery codes. API keys are no sign-in and need no code.
 */
@Stateless
public class TwoFactor {

    @Inject
    UserFields fields;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    AccessRepository repository;

    @Inject
    TwoFactorRepository codes;

    @Inject
    SecondFactor factor;

    @Inject
    OwnPassword password;

    @Inject
    SignedIns signedIns;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** How whoever is asking signs in. */
    public TwoFactorView mine() {
        User user = me();
        return new TwoFactorView(user.twoFactorAt(), signedIns.requiresTwoFactor(user), codes.codesLeft(user.id()));
    }

    /**
     * The secret to set up an app with; the same until {@link #confirm}.
     *
     * @throws AppException {@link ErrorKind#CONFLICT} when it is set up already
     */
    public TwoFactorSecret begin() {
        User user = me();
        refuseWhenOn(user);
        byte[] fresh = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(fresh);
        factor.keep(user.id(), fresh);
        String text = Totp.base32(factor.secret(user.id()).orElseThrow());
        String address = "otpauth://totp/Kontor:" + URLEncoder.encode(user.login(), StandardCharsets.UTF_8) + "?secret="
                + text + "&issuer=Kontor&algorithm=SHA1&digits=6&period=30";
        return new TwoFactorSecret(text, address);
    }

    /**
     * Asks for codes from now on; ends the user's other sessions.
     *
     * @param currentPassword the user's password
     * @param code the code that the app shows now
     * @throws AppException {@link ErrorKind#INVALID} for {@code currentPassword} or {@code code}; {@link ErrorKind#CONFLICT} when
     *     it is set up already
     */
    public TwoFactorCodes confirm(String currentPassword, String code) {
        User user = me();
        refuseWhenOn(user);
        password.check(user, currentPassword);
        if (!factor.acceptsCode(user.id(), code)) {
            throw AppException.invalid(
                    "code",
                    "OTHER_CODE",
                    "Type the six digits that the app shows now, and check the clock of the device.");
        }
        user.setTwoFactor(Optional.of(clock.instant()));
        return withFreshCodes(user, "two-factor.enabled");
    }

    /**
     * Makes new recovery codes; the former ones are worth nothing. Ends the user's other sessions.
     *
     * @throws AppException {@link ErrorKind#INVALID} for {@code currentPassword}; {@link ErrorKind#CONFLICT} when no codes are
     *     asked for
     */
    public TwoFactorCodes renewCodes(String currentPassword) {
        User user = me();
        refuseWhenOff(user);
        password.check(user, currentPassword);
        user.setTwoFactor(user.twoFactorAt());
        return withFreshCodes(user, "two-factor.codes-renewed");
    }

    /**
     * Asks for no codes any more; ends the user's other sessions.
     *
     * @return by which the session of this request goes on
     * @throws AppException as for {@link #renewCodes}
     */
    public SignedIn turnOff(String currentPassword) {
        User user = me();
        refuseWhenOff(user);
        password.check(user, currentPassword);
        forget(user, "two-factor.disabled");
        return signedIns.of(user);
    }

    /**
     * Takes it away from a user who lost device and recovery codes, and ends their sessions. Does nothing for a user who has none.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} for somebody who may do more than the caller;
     *     {@link ErrorKind#CONFLICT} for oneself, as that takes the password
     */
    @Requires(Permission.WRITE_USER)
    public UserView reset(long id) {
        User user = repository.existingUser(id);
        Caller caller = CallerContext.current();
        Grants.within(caller, user.permissions());
        if (id == caller.userId()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "OWN_TWO_FACTOR",
                    "Turn off your own codes under My preferences: that takes your password.");
        }
        if (user.twoFactorAt().isPresent()) {
            forget(user, "two-factor.reset");
        }
        return user.view(fields.of(List.of(id)).getOrDefault(id, Map.of()));
    }

    private TwoFactorCodes withFreshCodes(User user, String kind) {
        List<String> fresh = RecoveryCodes.fresh();
        codes.keepCodes(user.id(), fresh.stream().map(RecoveryCodes::hash).toList());
        changed(user, kind);
        return new TwoFactorCodes(fresh, signedIns.of(user));
    }

    private void forget(User user, String kind) {
        codes.forget(user.id());
        user.setTwoFactor(Optional.empty());
        changed(user, kind);
    }

    private void changed(User user, String kind) {
        user.touch(clock.instant(), CallerContext.current().login());
        repository.flush();
        log.write(kind, user.login());
    }

    private User me() {
        Caller caller = CallerContext.current();
        caller.requirePerson();
        return repository.existingUser(caller.userId());
    }

    private static void refuseWhenOn(User user) {
        if (user.twoFactorAt().isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "TWO_FACTOR_ON", "Turn it off first: you sign in with codes already.");
        }
    }

    private static void refuseWhenOff(User user) {
        if (user.twoFactorAt().isEmpty()) {
            throw new AppException(ErrorKind.CONFLICT, "TWO_FACTOR_OFF", "Set it up first: you sign in without codes.");
        }
    }
}
