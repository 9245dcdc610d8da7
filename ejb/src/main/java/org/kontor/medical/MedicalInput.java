package org.kontor.medical;

/** How a question is answered. */
public enum MedicalInput {
    /** Yes or no. */
    YES_NO,
    /** Yes or no, and a text beside it. */
    YES_NO_TEXT,
    /** A text. */
    TEXT
}
