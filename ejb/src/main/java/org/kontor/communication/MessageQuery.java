package org.kontor.communication;

import java.util.Set;

/**
 * Which messages are wanted; empty sets do not narrow.
 *
 * @param channels by these ways
 * @param directions in these directions
 * @param states in these states
 */
public record MessageQuery(Set<MessageKind> channels, Set<MessageDirection> directions, Set<MessageState> states) {

    /** All of them. */
    public static final MessageQuery ALL = new MessageQuery(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public MessageQuery {
        channels = Set.copyOf(channels);
        directions = Set.copyOf(directions);
        states = Set.copyOf(states);
    }
}
