package org.kontor.web.security;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * One try to sign in at the provider, remembered by the session that began it and good once, for ten minutes.
 *
 * @param state comes back with the answer: the answer belongs to this session (RFC 6749, 10.12)
 * @param nonce comes back in the ID token: the token belongs to this try (OpenID Connect Core, 3.1.2.1)
 * @param verifier shown when the code is redeemed: who redeems it is who asked for it (RFC 7636)
 * @param redirect where the provider sends the user back to
 * @param since when it began
 */
record OidcAttempt(String state, String nonce, String verifier, String redirect, Instant since)
        implements Serializable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static OidcAttempt begin(String redirect) {
        return new OidcAttempt(random(), random(), random(), redirect, Instant.now());
    }

    /** Whether an answer with this state belongs to it. */
    boolean answeredBy(String answered) {
        return since.plus(LONGEST).isAfter(Instant.now())
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), answered.getBytes(StandardCharsets.UTF_8));
    }

    /** The verifier, hashed: what the provider gets to see first. */
    String challenge() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "OidcAttempt[" + since + "]";
    }
}
