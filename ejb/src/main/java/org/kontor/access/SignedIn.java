package org.kontor.access;

/**
 * A user whose credentials were accepted.
 *
 * @param caller on whose behalf the work is done, with the permissions as they are now
 * @param displayName how others see the user
 * @param stamp changes when all sessions of the user must end; a session keeps it and gives it back
 * @param mustChangePassword whether nothing else is allowed before a new password is set
 * @param mustSetUpTwoFactor whether nothing else is allowed before codes are set up, which the company asks for
 * @param preferences how the user likes to work
 */
public record SignedIn(
        Caller caller,
        String displayName,
        long stamp,
        boolean mustChangePassword,
        boolean mustSetUpTwoFactor,
        PreferencesView preferences) {

    /** Who is let in without a session: an API key, or a device. */
    public static SignedIn withoutSession(Caller caller) {
        return new SignedIn(caller, caller.login(), 0, false, false, PreferencesView.NOTHING_CHOSEN);
    }

    /** Whether the user may do what the permissions allow, and need not put the sign-in in order first. */
    public boolean isComplete() {
        return !mustChangePassword && !mustSetUpTwoFactor;
    }
}
