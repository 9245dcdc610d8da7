package org.kontor.shared;

/**
 * One field that is against a rule.
 *
 * @param field path as in the REST contract, such as {@code address.line1} or {@code emails[1]}
 * @param code stable code in upper snake case, such as {@code REQUIRED}
 * @param message what to do, cure first, in the user's words
 */
public record FieldError(String field, String code, String message) {}
