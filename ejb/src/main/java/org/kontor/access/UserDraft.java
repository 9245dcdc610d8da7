package org.kontor.access;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.shared.FieldError;

/**
 * What can be said of a user.
 *
 * @param login sign-in name: lower case letters, digits and {@code . _ @ + -}, at most 100; cannot be changed later
 * @param displayName how others see the user; empty means the sign-in name
 * @param email one address; may be empty
 * @param active whether the user may sign in; empty means yes for a new user and unchanged for an existing one
 * @param roles names of roles
 * @param groups names of user groups, whose roles the user has besides
 * @param password a first or a new password, to be changed at the next sign-in; empty leaves it as it is
 * @param customFields values of custom fields by key (S4-41); one that is left out has none
 */
public record UserDraft(
        String login,
        String displayName,
        String email,
        Optional<Boolean> active,
        List<String> roles,
        List<String> groups,
        Optional<String> password,
        Map<String, Optional<JsonValue>> customFields) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,185}");

    /** A user in no group and without custom fields. */
    public UserDraft(
            String login,
            String displayName,
            String email,
            Optional<Boolean> active,
            List<String> roles,
            Optional<String> password) {
        this(login, displayName, email, active, roles, List.of(), password, Map.of());
    }

    /** Trims the texts and copies the lists. */
    public UserDraft {
        login = login.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.isBlank() ? login : displayName.strip();
        email = email.strip();
        roles = roles.stream().distinct().toList();
        groups = groups.stream().distinct().toList();
        customFields = Map.copyOf(customFields);
    }

    /** What is against a rule that needs nothing but the draft; roles, groups, password and custom fields are not looked at. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        if (!Users.isLogin(login)) {
            wrong.add(new FieldError(
                    "login",
                    "LOGIN_FORM",
                    "Choose a sign-in name of 1 to 100 letters from a to z, digits and . _ @ + -, beginning with a letter or"
                            + " digit."));
        }
        if (displayName.length() > 200) {
            wrong.add(new FieldError("displayName", "TOO_LONG", "Shorten the name to 200 characters."));
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            wrong.add(new FieldError("email", "EMAIL_FORM", "Write the e-mail address as name@example.com."));
        }
        return wrong;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UserDraft[" + login + "]";
    }
}
