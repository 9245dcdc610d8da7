package org.kontor.lifecycle;

/**
 * What certificates of erasures are verified with.
 *
 * @param algorithm of the signature: {@code Ed25519}
 * @param pem the public key, as PEM
 */
public record CertificateKey(String algorithm, String pem) {}
