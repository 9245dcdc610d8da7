package org.kontor.web.api;

/**
 * What a customer says against an invoice.
 *
 * @param reason required, up to 500 characters
 */
public record DisputeBody(String reason) {}
