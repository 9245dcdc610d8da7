package org.kontor.cadence;

import java.util.Optional;
import java.util.Set;

/**
 * Which to-dos are wanted.
 *
 * @param customerId of this customer alone; empty for all, but those who are archived
 * @param mine whether only those that the caller is to do
 * @param when only those whose day stands so to today
 * @param states only these; empty for those that are open
 */
public record ToDoQuery(Optional<Long> customerId, boolean mine, Optional<ToDoWhen> when, Set<ToDoState> states) {

    /** Copies the set. */
    public ToDoQuery {
        states = states.isEmpty() ? Set.of(ToDoState.SCHEDULED, ToDoState.PENDING) : Set.copyOf(states);
    }

    /** Whether what is over is wanted: then what was due last comes first. */
    boolean closed() {
        return states.stream().noneMatch(ToDoState::isOpen);
    }
}
