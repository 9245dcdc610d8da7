package org.kontor.access;

/** How a link for a new password reaches the user; the feature that sends mail does it. */
public interface ResetMail {

    /** Whether mail can be sent, and Kontor knows the address that a link has to begin with. */
    boolean ready();

    /**
     * Sends it, durably and by and by, once the running transaction has committed.
     *
     * @param id as {@link ResetLinks#mint} takes it
     */
    void send(long id);
}
