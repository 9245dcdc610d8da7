package org.kontor.web.api;

import java.util.Optional;
import java.util.Set;
import org.kontor.importing.ImportChoice;
import org.kontor.importing.ImportMapping;
import org.kontor.importing.MatchBy;
import org.kontor.importing.OnDuplicate;

/**
 * How an uploaded file is to be imported.
 *
 * @param format id of an import format; empty for the detected one
 * @param onDuplicate what to do with customers that exist; empty for SKIP
 * @param matchBy what makes a row and a customer the same, e-mail, birthdate and phone together with the name; empty for all
 * @param mapping what the columns mean; empty for what the format says, or what was proposed
 * @param dryRun whether only to tell what would happen; empty for no
 */
public record ImportStart(
        String format,
        Optional<OnDuplicate> onDuplicate,
        Set<MatchBy> matchBy,
        Optional<Boolean> dryRun,
        Optional<ImportMapping> mapping) {

    /** Copies the set. */
    public ImportStart {
        matchBy = Set.copyOf(matchBy);
    }

    ImportChoice choice() {
        return new ImportChoice(
                Optional.of(format).filter(f -> !f.isEmpty()),
                onDuplicate.orElse(OnDuplicate.SKIP),
                matchBy,
                dryRun.orElse(false),
                mapping);
    }
}
