package org.kontor.note;

import java.util.Optional;

/**
 * Whose file it is.
 *
 * @param customerId the customer
 * @param documentId the invoice or credit memo of the customer to which it is attached; empty for the customer's own
 */
public record FileOwner(long customerId, Optional<Long> documentId) {}
