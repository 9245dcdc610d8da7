package org.kontor.customer;

/**
 * A telephone service to be added.
 *
 * @param number its telephone number (TN); stored in E.164 form where it can be understood
 * @param name what it is; at most 100 characters, may be empty
 */
public record TelephoneServiceDraft(String number, String name) {}
