package org.kontor.medical;

/** Yes or no. */
public enum MedicalAnswer {
    /** The person has it. */
    YES,
    /** The person does not have it. */
    NO
}
