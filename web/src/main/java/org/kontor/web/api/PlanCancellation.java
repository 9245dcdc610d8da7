package org.kontor.web.api;

/**
 * Cancels a payment plan.
 *
 * @param reason why; required
 */
public record PlanCancellation(String reason) {}
