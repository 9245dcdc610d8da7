package org.kontor.portal;

import java.security.SecureRandom;
import java.util.Base64;
import org.kontor.access.ApiKeys;

/** What nobody can guess: 256 random bits for links and sessions. Hashes of them are stored, never they themselves. */
final class Tokens {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    static byte[] hash(String token) {
        return ApiKeys.hash(token);
    }

    /** What a page of the session can know and another site cannot; it does not tell the token. */
    static String formToken(String token) {
        return text(hash("form " + token));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
