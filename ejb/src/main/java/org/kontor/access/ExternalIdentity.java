package org.kontor.access;

import java.util.Locale;
import java.util.Optional;

/**
 * Somebody whom a provider of OpenID Connect has vouched for.
 *
 * @param issuer address of the provider; at most 500 characters
 * @param subject the provider's own, lasting name of the account; at most 255 characters
 * @param verifiedEmail address that the provider has verified, in lower case; empty when it did not
 * @param displayName how the person is called; may be empty
 */
public record ExternalIdentity(String issuer, String subject, Optional<String> verifiedEmail, String displayName) {

    /** Folds the address. */
    public ExternalIdentity {
        verifiedEmail = verifiedEmail
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(e -> !e.isEmpty());
        displayName = displayName.strip();
    }
}
