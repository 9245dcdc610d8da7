package org.kontor.settings;

/**
 * Tells how often entries of a system table are used. A feature that stores the choice of an entry brings a CDI bean of this
 * type, and a foreign key to {@code system_table_entry (id)}: it is asked before an entry is deleted (S2-29).
 */
public interface SystemTableUse {

    /** The table that is told about. */
    SystemTable table();

    /** How many records have chosen the entry. */
    long uses(long entryId);
}
