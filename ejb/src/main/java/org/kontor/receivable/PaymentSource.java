package org.kontor.receivable;

/** How a payment came into the ledger. */
public enum PaymentSource {
    /** Somebody noted money that had arrived. */
    RECORDED_MANUALLY,
    /** Somebody charged the customer. */
    PROCESSED_MANUALLY,
    /** It came from another system. */
    IMPORTED,
    /** A rule charged the customer. */
    AUTO_PAYMENT
}
