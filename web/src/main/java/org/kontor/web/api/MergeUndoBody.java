package org.kontor.web.api;

import java.util.Optional;

/**
 * Takes a merge back.
 *
 * @param keepConflicts whether what was changed since may stay as it is; empty means no
 */
public record MergeUndoBody(Optional<Boolean> keepConflicts) {}
