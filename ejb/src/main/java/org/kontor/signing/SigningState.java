package org.kontor.signing;

/** Where a document for signature stands. */
public enum SigningState {
    /** It can be changed, and was not sent. */
    DRAFT,
    /** It is to be sent; a job does it, and finds out what became of it where that is not known. */
    SENDING,
    /** It is with the signers. */
    SENT,
    /** It is to be withdrawn; a job asks the service. */
    WITHDRAWING,
    /** Everybody has signed. */
    SIGNED,
    /** A signer will not sign. */
    DECLINED,
    /** Its time was over before everybody had signed. */
    EXPIRED,
    /** It was taken back. */
    WITHDRAWN,
    /** It could not be sent, and certainly was not; it can be changed and sent again. */
    FAILED;

    /** Whether it can be changed, sent and deleted. */
    public boolean editable() {
        return this == DRAFT || this == FAILED;
    }

    /** Whether a service may have it with signers, or is about to. */
    public boolean underWay() {
        return this == SENDING || this == SENT || this == WITHDRAWING;
    }
}
