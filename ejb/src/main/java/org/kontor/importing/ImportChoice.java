package org.kontor.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is to be imported.
 *
 * @param format id of the format; empty for the detected one
 * @param onDuplicate what to do with rows whose customer exists
 * @param matchBy what makes a row and a customer the same
 * @param dryRun whether only to tell what would happen
 * @param mapping what the columns mean; empty for what the format says, or what was proposed
 */
public record ImportChoice(
        Optional<String> format,
        OnDuplicate onDuplicate,
        Set<MatchBy> matchBy,
        boolean dryRun,
        Optional<ImportMapping> mapping) {

    /** Copies the set; an empty one means all. */
    public ImportChoice {
        matchBy = matchBy.isEmpty() ? MatchBy.ALL : Set.copyOf(matchBy);
    }

    /** A choice without a mapping. */
    public ImportChoice(Optional<String> format, OnDuplicate onDuplicate, Set<MatchBy> matchBy, boolean dryRun) {
        this(format, onDuplicate, matchBy, dryRun, Optional.empty());
    }

    /** The same with another mapping. */
    ImportChoice with(Optional<ImportMapping> other) {
        return new ImportChoice(format, onDuplicate, matchBy, dryRun, other);
    }

    /** A choice that looks for existing customers in every way. */
    public static ImportChoice of(Optional<String> format, OnDuplicate onDuplicate, boolean dryRun) {
        return new ImportChoice(format, onDuplicate, MatchBy.ALL, dryRun);
    }

    /** The names of {@link #matchBy}, strongest first. */
    List<String> matchByNames() {
        return matchBy.stream().sorted().map(Enum::name).toList();
    }
}
