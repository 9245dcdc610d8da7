package org.kontor.cadence;

import java.time.Instant;
import java.util.Optional;

/**
 * Which cadence a customer has (S4-59).
 *
 * @param customerId the customer
 * @param cadenceId the cadence; empty for none
 * @param name its name; empty for none
 * @param active whether it plans steps
 * @param manual whether somebody chose it, rather than the default
 * @param assignedAt when it was put on
 * @param assignedBy sign-in name of who put it on, or made the customer
 */
public record CustomerCadenceView(
        long customerId,
        Optional<Long> cadenceId,
        String name,
        boolean active,
        boolean manual,
        Optional<Instant> assignedAt,
        String assignedBy) {}
