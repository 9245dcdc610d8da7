package org.kontor.report;

/** What a line of an aging report is about; there is always one for each currency. */
public enum AgingGroup {
    /** One customer. */
    CUSTOMER,
    /** A customer together with the customers below. */
    TREE,
    /** A company entity. */
    ENTITY,
    /** The customers of a billing owner. */
    OWNER,
    /** Everything. */
    NONE
}
