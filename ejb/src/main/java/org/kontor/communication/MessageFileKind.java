package org.kontor.communication;

/** What goes along with a message. */
public enum MessageFileKind {
    /** An issued invoice as PDF. */
    INVOICE,
    /** An issued credit memo as PDF. */
    CREDIT_MEMO,
    /** A statement as PDF, as it is when the message is written. */
    STATEMENT,
    /** A file of the customer that is shared with them. */
    ATTACHMENT
}
