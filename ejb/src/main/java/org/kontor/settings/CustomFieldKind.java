package org.kontor.settings;

/** What a custom field holds. */
public enum CustomFieldKind {
    /** One line of at most 500 characters. */
    TEXT,
    /** A number with at most 15 digits before and 10 behind the point. */
    NUMBER,
    /** A day. */
    DATE,
    /** One of its choices. */
    CHOICE,
    /** Yes or no. */
    YES_NO
}
