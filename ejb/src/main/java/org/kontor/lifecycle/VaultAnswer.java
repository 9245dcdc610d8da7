package org.kontor.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.kontor.lifecycle.ErasureStep.State;

/**
 * How a try to have a person forgotten ended.
 *
 * @param state {@code CONFIRMED} ends the step
 * @param until the day that the vault named
 * @param code of the refusal or failure; empty when there was none
 * @param message for the user; empty when there is nothing to say
 * @param removed payment methods taken away in this try
 * @param nextAt when to try again; of no use when confirmed
 */
record VaultAnswer(State state, Optional<LocalDate> until, String code, String message, int removed, Instant nextAt) {}
