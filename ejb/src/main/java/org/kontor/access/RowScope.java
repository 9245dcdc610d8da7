package org.kontor.access;

/** Which customers somebody sees. It adds no permission and takes none but those that need all customers. */
public enum RowScope {
    /** All. */
    ALL,
    /** Those that they own or manage: as billing owner, account manager, sales rep or manager (S4-65, S4-66). */
    OWN
}
