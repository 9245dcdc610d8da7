package org.kontor.portal;

/** How a contact, or a customer as a whole, stands with the portal (S4-61, X-23). */
public enum PortalState {
    /** Nobody was invited, or the address is another one since. */
    DISABLED,
    /** Invited, and not accepted: signing in is refused (S4-62). */
    INVITED,
    /** Accepted: signs in by e-mail address and password. */
    ENABLED,
    /** Ended by staff until staff enables it again. */
    SUSPENDED
}
