package org.kontor.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The provider of OpenID Connect that the operator configured. Read when asked for, and kept nowhere. */
@ApplicationScoped
public class OidcSettings {

    /**
     * One provider.
     *
     * @param issuer address of the provider, {@code kontor.oidc.issuer}, as its tokens name it
     * @param clientId how the provider knows Kontor, {@code kontor.oidc.client-id}
     * @param clientSecret {@code kontor.oidc.client-secret}; empty for a public client, which PKCE alone protects
     * @param name what users call the provider, {@code kontor.oidc.name}; its host unless configured
     * @param scopes what is asked for, {@code kontor.oidc.scopes}, parted by blanks
     * @param redirect where the provider sends users back to, {@code kontor.oidc.redirect-uri}; empty for the address by which Kontor
     *     was reached
     */
    record Provider(
            URI issuer, String clientId, String clientSecret, String name, String scopes, Optional<String> redirect) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Provider[" + issuer + "]";
        }
    }

    /** The provider; empty when none is configured. */
    Optional<Provider> provider() {
        return value("kontor.oidc.issuer").map(issuer -> {
            URI address = URI.create(issuer);
            return new Provider(
                    address,
                    value("kontor.oidc.client-id")
                            .orElseThrow(() -> new IllegalStateException("Set kontor.oidc.client-id, too")),
                    value("kontor.oidc.client-secret").orElse(""),
                    value("kontor.oidc.name").orElse(address.getHost()),
                    value("kontor.oidc.scopes").orElse("openid email profile"),
                    value("kontor.oidc.redirect-uri"));
        });
    }

    private static Optional<String> value(String key) {
        return ConfigProvider.getConfig()
                .getOptionalValue(key, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
