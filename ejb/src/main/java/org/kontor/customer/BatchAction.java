package org.kontor.customer;

/** What a batch does with each customer of a list. */
public enum BatchAction {
    /** Puts a tag on; the value is its text, a new one is made. */
    ADD_TAG,
    /** Takes a tag off. */
    REMOVE_TAG,
    /** Puts a flag on those without one of its type; the value is the name of the type. */
    ADD_FLAG,
    /** Takes the flags of a type off. */
    REMOVE_FLAG,
    /** Sets the status. */
    SET_STATUS,
    /** Sets the billing owner; the value is a sign-in name, empty for nobody. */
    SET_BILLING_OWNER,
    /** Sets the account manager. */
    SET_ACCOUNT_MANAGER,
    /** Sets the sales representative. */
    SET_SALES_REP,
    /** Sets the manager. */
    SET_MANAGER,
    /** Hides customers from lists (S4-37); there is no value. */
    ARCHIVE,
    /** Shows archived customers in lists again (S4-38); there is no value. */
    RESTORE,
    /** Invites the primary contacts to the customer portal (S4-14); the value is the text of the e-mail, empty for the usual one. */
    INVITE_TO_PORTAL,
    /** Puts a cadence on instead of the one that is on (S4-20); the value is its name. */
    SET_CADENCE,
    /** Takes the cadence off (S4-21); there is no value. */
    REMOVE_CADENCE
}
