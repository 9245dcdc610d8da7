package org.kontor.note;

/** What a journal entry is about. */
public enum JournalTopic {
    /** Dealings with the customer. */
    CUSTOMER_RELATIONS,
    /** Service, such as tickets. */
    SERVICE
}
