package org.kontor.customer;

/** What a phone number is for. */
public enum PhoneType {
    /** Mobile phone. */
    MOBILE,
    /** Phone at home. */
    HOME,
    /** Phone at work. */
    WORK,
    /** Person to call in an emergency. */
    EMERGENCY,
    /** Fax machine. */
    FAX,
    /** Anything else, or unknown. */
    OTHER
}
