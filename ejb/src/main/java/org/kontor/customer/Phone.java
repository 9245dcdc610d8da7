package org.kontor.customer;

/**
 * A phone number of a customer.
 *
 * @param type what it is for
 * @param number in E.164 form where it could be parsed, else as typed
 */
public record Phone(PhoneType type, String number) {}
