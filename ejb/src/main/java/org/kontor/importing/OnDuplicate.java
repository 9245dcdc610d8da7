package org.kontor.importing;

/** What to do with a row whose customer exists already. */
public enum OnDuplicate {
    /** Leave the customer as it is. */
    SKIP,
    /** Bring the row's values that are not blank into the customer. */
    UPDATE,
    /** Create another customer all the same, unless this very row was imported before. */
    CREATE
}
