package org.kontor.access;

/**
 * A user whose credentials were accepted.
 *
 * @param caller on whose behalf the work is done, with the permissions as they are now
 * @param displayName how others see the user
 * @param stamp changes when all sessions of the user must end; a session keeps it and gives it back
 * @param mustChangePassword whether nothing else is allowed before a new password is set
 */
public record SignedIn(Caller caller, String displayName, long stamp, boolean mustChangePassword) {}
