package org.kontor.signing;

/** What a signer did last. */
public enum SignerState {
    /** It is not the signer's turn. */
    WAITING,
    /** The service has told the signer. */
    SENT,
    /** The signer has looked at the document. */
    OPENED,
    /** The signer has signed. */
    SIGNED,
    /** The signer will not sign. */
    DECLINED
}
