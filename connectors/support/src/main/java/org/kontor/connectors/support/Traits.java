package org.kontor.connectors.support;

import java.util.List;
import java.util.Set;

/**
 * What tells a layout from others.
 *
 * @param distinctive columns, groups and columns not imported of which one is enough
 * @param signatures names of which all must be there
 * @param notImported columns that the app writes and Kontor does not import
 */
record Traits(Set<String> distinctive, List<Set<String>> signatures, Set<String> notImported) {

    Traits {
        distinctive = Set.copyOf(distinctive);
        signatures = List.copyOf(signatures);
        notImported = Set.copyOf(notImported);
    }

    boolean none() {
        return distinctive.isEmpty() && signatures.isEmpty();
    }
}
