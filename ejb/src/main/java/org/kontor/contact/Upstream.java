package org.kontor.contact;

/** Whether the systems that a contact comes from have it now. */
public enum Upstream {
    /** It was entered here and comes from no other system; a sync does not touch it (S2-17). */
    NONE,
    /** At least one system has it (S2-14). */
    PRESENT,
    /** No system has it any more: it is inactive until one has it again (S2-15, S2-16). */
    GONE
}
