package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Creates, changes and finds users. */
@Stateless
public class Users {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");

    @Inject
    AccessRepository repository;

    @Inject
    AccessChoices choices;

    @Inject
    LastAdministrator lastAdministrator;

    @Inject
    UserFields fields;

    @Inject
    OwnPassword ownPassword;

    @Inject
    SignedIns signedIns;

    @Inject
    PasswordRules passwords;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** A piece of the list, oldest first. */
    @Requires(Permission.READ_USER)
    public Page<UserView> list(PageRequest page) {
        return list(Map.of(), page);
    }

    /**
     * A piece of the list, oldest first.
     *
     * @param customFields keys and values of custom fields as text (S4-41); each must hold
     */
    @Requires(Permission.READ_USER)
    public Page<UserView> list(Map<String, String> customFields, PageRequest page) {
        long after = IdCursor.after(page);
        List<User> found = customFields.isEmpty()
                ? repository.users(after, page.limit() + 1)
                : repository.users(fields.having(customFields).stream()
                        .filter(id -> id > after)
                        .sorted()
                        .limit(page.limit() + 1L)
                        .toList());
        Map<Long, Map<String, JsonValue>> values =
                fields.of(found.stream().map(User::id).toList());
        return IdCursor.page(
                found.stream()
                        .map(user -> user.view(values.getOrDefault(user.id(), Map.of())))
                        .toList(),
                page.limit(),
                UserView::id);
    }

    /** The user with this id. */
    @Requires(Permission.READ_USER)
    public Optional<UserView> find(long id) {
        return repository.user(id).map(this::view);
    }

    /** The user who is asking. Needs no permission beyond being signed in. */
    public UserView me() {
        return view(repository.existingUser(CallerContext.current().userId()));
    }

    /**
     * Creates a user. Without a password the user cannot sign in until one is set.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#CONFLICT}
     *     when the sign-in name is taken; {@link ErrorKind#FORBIDDEN} for a role with permissions that the caller lacks
     */
    @Requires(Permission.WRITE_USER)
    public UserView create(UserDraft draft) {
        Choice choice = check(draft, Optional.empty());
        if (repository.userByLogin(draft.login()).isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "LOGIN_TAKEN",
                    "Choose another sign-in name: this one is taken.",
                    List.of(new FieldError("login", "LOGIN_TAKEN", "Choose another sign-in name.")));
        }
        Caller caller = CallerContext.current();
        User user = new User(draft.login(), clock.instant(), caller.login());
        user.describe(draft.displayName(), draft.email(), choice.roles());
        putInto(user, choice.groups());
        user.setActive(draft.active().orElse(true));
        draft.password().ifPresent(password -> user.setPassword(PasswordHash.of(password), true));
        repository.add(user);
        repository.flush();
        fields.write(user.id(), choice.customFields());
        log.write("user.created", caller.login(), CallerContext.address(), user.login());
        return user.view(choice.customFields());
    }

    /**
     * Replaces what is said of a user. Making a user inactive, or setting a password, ends all sessions of that user; making them
     * inactive revokes their API keys, too: who comes back makes new ones.
     *
     * @throws AppException as for {@link #create}; {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE};
     *     {@link ErrorKind#CONFLICT} when nobody would be left who may do everything
     */
    @Requires(Permission.WRITE_USER)
    public UserView revise(long id, long expectedVersion, UserDraft draft) {
        User user = repository.existingUser(id);
        Versions.same(expectedVersion, user.version());
        Caller caller = CallerContext.current();
        Grants.within(caller, user.permissions());
        if (!draft.login().equals(user.login())) {
            throw AppException.invalid("login", "READ_ONLY", "Leave the sign-in name as it is; history refers to it.");
        }
        Choice choice = check(draft, Optional.of(values(user)));
        boolean mayLoseAdministrator = user.administrator() && user.active();
        if (mayLoseAdministrator) {
            lastAdministrator.before();
        }
        user.describe(draft.displayName(), draft.email(), choice.roles());
        putInto(user, choice.groups());
        List<ApiKey> good = user.active() ? repository.goodKeys(user, clock.instant()) : List.of();
        draft.active().ifPresent(user::setActive);
        if (!user.active()) {
            good.forEach(key -> revoke(key, caller));
        }
        draft.password().ifPresent(password -> user.setPassword(PasswordHash.of(password), true));
        user.touch(clock.instant(), caller.login());
        repository.flush();
        if (mayLoseAdministrator) {
            lastAdministrator.after();
        }
        fields.write(user.id(), choice.customFields());
        log.write("user.changed", caller.login(), CallerContext.address(), user.login());
        return user.view(choice.customFields());
    }

    /**
     * Gives a user a password that is good once: the next sign-in leads to a new one. Ends all sessions of that user.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} for somebody who may do more than the caller
     */
    @Requires(Permission.WRITE_USER)
    public OneTimePassword oneTimePassword(long id) {
        User user = repository.existingUser(id);
        Caller caller = CallerContext.current();
        Grants.within(caller, user.permissions());
        String password = FirstStart.random();
        user.setPassword(PasswordHash.of(password), true);
        user.touch(clock.instant(), caller.login());
        repository.flush();
        log.write("password.issued", user.login());
        return new OneTimePassword(user.id(), user.login(), password);
    }

    private void revoke(ApiKey key, Caller caller) {
        key.revoke(clock.instant());
        log.write(
                "api-key.revoked",
                caller.login(),
                CallerContext.address(),
                key.view().prefix());
    }

    /** Fewest characters of a password that is chosen now. */
    public int passwordMinLength() {
        return passwords.minLength();
    }

    /**
     * Sets the password of whoever is asking; ends the user's other sessions.
     *
     * @return the stamp by which the session of this request goes on
     * @throws AppException {@link ErrorKind#INVALID} when the current password is another one, or the new one is too weak
     *     or the same
     */
    public SignedIn changeOwnPassword(String current, String next) {
        User user = repository.existingUser(CallerContext.current().userId());
        ownPassword.check(user, current);
        passwords.check("newPassword", next, user.login());
        if (next.equals(current)) {
            throw AppException.invalid(
                    "newPassword", "SAME_PASSWORD", "Choose a password other than the one you have.");
        }
        user.setPassword(PasswordHash.of(next), false);
        user.touch(clock.instant(), user.login());
        repository.flush();
        log.write("password.changed", user.login(), CallerContext.address(), user.login());
        return signedIns.of(user);
    }

    private UserView view(User user) {
        return user.view(values(user));
    }

    private Map<String, JsonValue> values(User user) {
        return fields.of(List.of(user.id())).getOrDefault(user.id(), Map.of());
    }

    /** Whether a text can be a sign-in name. */
    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    /** What a draft names. */
    private record Choice(Set<Role> roles, Set<UserGroup> groups, Map<String, JsonValue> customFields) {}

    /** Joins and leaves groups; whoever looks at one of these meanwhile has to look again. */
    private void putInto(User user, Set<UserGroup> groups) {
        Set<UserGroup> gone = new HashSet<>(user.groups());
        gone.removeAll(groups);
        Set<UserGroup> come = new HashSet<>(groups);
        come.removeAll(user.groups());
        gone.forEach(user::leave);
        come.forEach(user::join);
        Stream.concat(gone.stream(), come.stream())
                .forEach(group ->
                        group.touch(clock.instant(), CallerContext.current().login()));
    }

    /** Checks every field; gives the roles and groups, all of them within what the caller may grant. */
    private Choice check(UserDraft draft, Optional<Map<String, JsonValue>> before) {
        List<FieldError> errors = new ArrayList<>(draft.wrong());
        Choice choice = new Choice(
                choices.roles(draft.roles(), errors),
                choices.groups(draft.groups(), errors),
                fields.check(draft.customFields(), before, errors));
        draft.password().ifPresent(password -> {
            try {
                passwords.check("password", password, draft.login());
            } catch (AppException e) {
                errors.addAll(e.errors());
            }
        });
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        Grants.roles(CallerContext.current(), choice.roles());
        choice.groups().forEach(group -> Grants.roles(CallerContext.current(), group.roles()));
        return choice;
    }
}
