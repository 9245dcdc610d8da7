package org.kontor.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The API key that the operator configured. Asked with each request by it, so it needs no transaction: it is compared with the setting of
 * this moment. Needs no permission.
 */
@ApplicationScoped
public class ConfiguredKey {

    @Inject
    AdminSettings settings;

    @Inject
    AccessRepository repository;

    /** The first administrator when this is the key; empty for any other. How long it takes does not tell how much of a key was right. */
    public Optional<Caller> caller(String key) {
        return settings.apiKey()
                .filter(configured -> MessageDigest.isEqual(ApiKeys.hash(configured), ApiKeys.hash(key)))
                .map(configured -> new Caller(repository.adminId(), FirstStart.ADMIN, Permission.names()));
    }
}
