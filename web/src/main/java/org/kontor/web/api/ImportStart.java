package org.kontor.web.api;

import java.util.Optional;
import org.kontor.importing.OnDuplicate;

/**
 * How an uploaded file is to be imported.
 *
 * @param format id of an import format; empty for the detected one
 * @param onDuplicate what to do with customers that exist; empty for SKIP
 * @param dryRun whether only to tell what would happen; empty for no
 */
public record ImportStart(String format, Optional<OnDuplicate> onDuplicate, Optional<Boolean> dryRun) {}
