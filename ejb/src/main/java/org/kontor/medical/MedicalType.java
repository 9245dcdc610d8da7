package org.kontor.medical;

/** What kind of thing is asked for; conditions on file are shown grouped by it. */
public enum MedicalType {
    /** What the person does not tolerate. */
    ALLERGY,
    /** A state of the body, or what the person takes. */
    CONDITION,
    /** An illness. */
    DISEASE
}
