package org.kontor.customer;

/**
 * Identifier of the customer in another system; unique per system and kind.
 *
 * @param system such as {@code revio}
 * @param kind what it identifies there, such as {@code customer}
 * @param value the identifier
 */
public record ExternalId(String system, String kind, String value) {}
