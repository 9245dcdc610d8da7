package org.kontor.contact;

/** State of a contact (S2-11). */
public enum ContactStatus {
    /** Green dot (S2-12). */
    ACTIVE,
    /** Red dot (S2-13); gets no messages. */
    INACTIVE
}
