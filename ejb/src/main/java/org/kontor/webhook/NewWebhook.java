package org.kontor.webhook;

/**
 * A subscription that was just created, or got a new secret.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param secret key of the signatures, {@code whsec_} and 32 bytes in Base64; shown this once
 */
public record NewWebhook(long id, long version, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewWebhook[" + id + "]";
    }
}
