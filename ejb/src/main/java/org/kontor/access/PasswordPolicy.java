package org.kontor.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.shared.AppException;

/** What a password must be: at least 12 and at most 200 characters, with a lower case letter, an upper case letter, a digit and a sign. */
final class PasswordPolicy {

    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 200;

    private PasswordPolicy() {}

    /**
     * Refuses a password that is too easy to guess.
     *
     * @param field name of the field in the answer
     * @param login the user's sign-in name, which must not be part of the password
     * @param minLength fewest characters
     */
    static void check(String field, String password, String login, int minLength) {
        List<String> missing = new ArrayList<>();
        if (password.length() < minLength || password.length() > MAX_LENGTH) {
            missing.add(minLength + " to " + MAX_LENGTH + " characters");
        }
        if (password.chars().noneMatch(Character::isLowerCase)) {
            missing.add("a lower case letter");
        }
        if (password.chars().noneMatch(Character::isUpperCase)) {
            missing.add("an upper case letter");
        }
        if (password.chars().noneMatch(Character::isDigit)) {
            missing.add("a digit");
        }
        if (password.chars().allMatch(Character::isLetterOrDigit)) {
            missing.add("a sign such as - or !");
        }
        if (!login.isEmpty() && password.toLowerCase(Locale.ROOT).contains(login)) {
            missing.add("nothing of the sign-in name");
        }
        if (!missing.isEmpty()) {
            throw AppException.invalid(
                    field, "PASSWORD_TOO_WEAK", "Choose a password with " + String.join(", ", missing) + ".");
        }
    }
}
