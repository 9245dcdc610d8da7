package org.kontor.access;

import java.time.Instant;
import java.util.Optional;

/**
 * How somebody signs in.
 *
 * @param since since when a code is asked for besides the password; empty when it is not
 * @param required whether the company asks this user for one
 * @param recoveryCodesLeft how many of the recovery codes were not used yet
 */
public record TwoFactorView(Optional<Instant> since, boolean required, int recoveryCodesLeft) {}
