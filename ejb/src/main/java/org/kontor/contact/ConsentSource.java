package org.kontor.contact;

/** By which way it is known that somebody agrees to SMS. */
public enum ConsentSource {
    /** Staff entered it. */
    STAFF,
    /** The person said so. */
    CUSTOMER,
    /** It stood in a file. */
    IMPORT,
    /** Another system says so. */
    SYNC,
    /** The person ticked it at the kiosk. */
    KIOSK,
    /** The person ticked it in the portal. */
    PORTAL
}
