package org.kontor.web.security;

import jakarta.security.enterprise.credential.Credential;
import org.kontor.access.ExternalIdentity;

/** Somebody whom the provider of OpenID Connect has vouched for. */
final class IdentityCredential implements Credential {

    private final ExternalIdentity identity;

    IdentityCredential(ExternalIdentity identity) {
        this.identity = identity;
    }

    ExternalIdentity identity() {
        return identity;
    }
}
