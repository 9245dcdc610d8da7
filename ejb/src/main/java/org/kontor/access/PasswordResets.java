package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * A new password by a link in a mail. Whoever asks is told the same whether or not there is such a user; the link is sent by and by, is
 * good once and for half an hour, and does not sign in: a code is asked for afterwards where one is set up. Sessions end; API keys let in
 * as before, since what runs by itself knows no password: the mail and the audit log name them, so that whoever lost more than the password
 * revokes them.
 */
@Stateless
public class PasswordResets {

    private static final int LONGEST = 100;

    @Inject
    AccessRepository repository;

    @Inject
    ResetLinks links;

    @Inject
    Instance<ResetMail> mail;

    @Inject
    SignInGuard guard;

    @Inject
    SignInSettings ways;

    @Inject
    PasswordRules passwords;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** Whether there are such links: passwords let in, and mail can be sent. Needs no permission. */
    public boolean offered() {
        return ways.byPassword() && mail.get().ready();
    }

    /**
     * Asks for a link for a user, who gets it when there is such a user, active, with a password and an e-mail address. Needs no
     * permission; three for a user and twenty from an address are free, then waiting times grow.
     *
     * @param login sign-in name as typed
     * @param language of whoever asks: en or de
     * @param address network address of whoever asks
     * @return why not, the same for everybody; empty text when it was taken on
     */
    public String ask(String login, String language, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        if (!offered()) {
            return "Ask an administrator for a new password: mail is not sent here.";
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            return "Type your user name.";
        }
        Duration wait = guard.countReset(name, address);
        if (!wait.isZero()) {
            return SignIn.waitFor(wait);
        }
        Optional<User> known = repository.userByLogin(name);
        log.write("password.reset-asked", "", address, known.map(User::login).orElse(""));
        Optional<User> served =
                known.filter(user -> user.active() && !user.passwordHash().isEmpty());
        mail.get().send(links.ask(served, language));
        return "";
    }

    /**
     * Sends a link to a user, also to one who has no password yet.
     *
     * @param language of the mail where the user has chosen none: en or de
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} for somebody who may do more than the caller;
     *     {@link ErrorKind#CONFLICT} when mail cannot be sent, passwords are of no use, or the user is inactive or has no address
     */
    @Requires(Permission.WRITE_USER)
    public void send(long userId, String language) {
        User user = repository.existingUser(userId);
        Grants.within(CallerContext.current(), user.permissions());
        if (!offered()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "MAIL_NOT_SET_UP",
                    "Set up a connection that sends e-mail, and kontor.base-url, or issue a one-time password instead.");
        }
        if (!user.active()) {
            throw new AppException(ErrorKind.CONFLICT, "USER_INACTIVE", "Let the user sign in first: it is inactive.");
        }
        if (user.email().isEmpty()) {
            throw new AppException(ErrorKind.CONFLICT, "EMAIL_MISSING", "Save an e-mail address of the user first.");
        }
        log.write("password.reset-issued", user.login());
        mail.get().send(links.ask(Optional.of(user), language));
    }

    /** Whether a link is still good. Needs no permission. */
    public boolean good(String token) {
        return ways.byPassword() && links.user(token).isPresent();
    }

    /** Fewest characters of a password that is chosen now. */
    public int passwordMinLength() {
        return passwords.minLength();
    }

    /**
     * Sets a new password by a link, once; ends all sessions of the user and all other links. Needs no permission beyond the link.
     *
     * @param address network address of whoever has the link
     * @throws AppException {@link ErrorKind#INVALID} for {@code newPassword}, which leaves the link good; {@link ErrorKind#CONFLICT}
     *     when the link is not good any more
     */
    public void redeem(String token, String newPassword, String address) {
        User user = links.user(token).filter(found -> ways.byPassword()).orElseThrow(PasswordResets::gone);
        passwords.check("newPassword", newPassword, user.login());
        if (!links.use(token)) {
            throw gone();
        }
        links.end(user);
        user.setPassword(PasswordHash.of(newPassword), false);
        user.touch(clock.instant(), user.login());
        repository.flush();
        log.write("password.reset", user.login(), address, user.login());
        List<ApiKey> keys = repository.goodKeys(user, clock.instant());
        if (!keys.isEmpty()) {
            log.write(
                    "password.reset-keys",
                    user.login(),
                    address,
                    keys.stream().map(key -> key.view().prefix()).collect(Collectors.joining(", ")));
        }
    }

    private static AppException gone() {
        return new AppException(
                ErrorKind.CONFLICT, "LINK_GONE", "Ask for a new link: this one was used already, or is too old.");
    }
}
