package org.kontor.wallet;

import java.time.Instant;

/**
 * The wish that a vault forgets a method, and what became of it.
 *
 * @param state where it stands
 * @param at when it came there
 * @param message what the vault, or the connection to it, says; empty when there is nothing to say
 */
public record MethodRemoval(State state, Instant at, String message) {

    /** Where it stands. */
    public enum State {
        /** The vault is asked, again and again until it answers. */
        REQUESTED,
        /** The vault has taken the wish and will carry it out. */
        PENDING,
        /** The vault has forgotten the method. */
        REMOVED,
        /** The vault refuses, and is not asked again by itself. */
        REFUSED
    }
}
