package org.kontor.customer;

/**
 * Somebody who can look after customers.
 *
 * @param login sign-in name
 * @param name display name
 */
public record OwnerChoice(String login, String name) {}
