package org.kontor.web.api;

import java.util.Optional;
import org.kontor.subscription.CancellationTime;

/**
 * Cancels a subscription.
 *
 * @param when when it counts; empty means at once
 * @param reason why; required
 */
public record SubscriptionCancellation(Optional<CancellationTime> when, String reason) {}
