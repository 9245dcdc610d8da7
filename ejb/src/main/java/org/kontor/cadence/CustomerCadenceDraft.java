package org.kontor.cadence;

import java.util.Optional;

/**
 * A cadence to be put on a customer.
 *
 * @param cadenceId an active one
 */
public record CustomerCadenceDraft(Optional<Long> cadenceId) {}
