package org.kontor.web.security;

import jakarta.security.enterprise.credential.Credential;

/** An API key that somebody presents. */
final class ApiKeyCredential implements Credential {

    private final String key;

    ApiKeyCredential(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
