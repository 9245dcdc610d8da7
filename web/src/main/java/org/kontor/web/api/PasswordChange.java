package org.kontor.web.api;

/**
 * A new password for whoever asks.
 *
 * @param currentPassword the one that holds until now
 * @param newPassword the next one, by the rules of the company
 */
public record PasswordChange(String currentPassword, String newPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
