package org.kontor.wallet;

/**
 * A payment that was authorised.
 *
 * @param reference what tells it from others of the method; at most 100 characters
 * @param amount how much, with its currency, such as 12.50 EUR; for people, at most 40 characters
 */
public record AuthorisationDraft(String reference, String amount) {}
