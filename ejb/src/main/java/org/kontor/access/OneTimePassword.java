package org.kontor.access;

/**
 * A password that is good for one sign-in.
 *
 * @param id the user
 * @param login sign-in name
 * @param password shown this once
 */
public record OneTimePassword(long id, String login, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "OneTimePassword[" + login + "]";
    }
}
