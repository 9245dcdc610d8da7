package org.kontor.access;

/**
 * What an authenticator app makes its codes of.
 *
 * @param text to be typed into the app
 * @param address the same and more as {@code otpauth} address, which apps read from a QR code
 */
public record TwoFactorSecret(String text, String address) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "TwoFactorSecret";
    }
}
