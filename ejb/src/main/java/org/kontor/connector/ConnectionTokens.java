package org.kontor.connector;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.kontor.spi.Secret;

/** Secrets that remote systems change by themselves. Each call is a transaction of its own: what was said is stored. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConnectionTokens {

    @Inject
    ConnectionRepository repository;

    @Inject
    Clock clock;

    /** The secret of this name; see {@link org.kontor.spi.Tokens#read}. */
    public Optional<Secret> read(long connectionId, String name) {
        return Optional.ofNullable(repository
                        .secrets(connectionId, ConnectionRepository.Purpose.TOKEN)
                        .get(name))
                .map(Secret::new);
    }

    /** Replaces the secret of this name; see {@link org.kontor.spi.Tokens#replace}. */
    public boolean replace(long connectionId, String name, Optional<Secret> expected, Secret replacement) {
        repository.lockTokens(connectionId);
        if (!read(connectionId, name).equals(expected)) {
            return false;
        }
        repository.secret(
                connectionId, ConnectionRepository.Purpose.TOKEN, name, replacement.reveal(), clock.instant());
        return true;
    }
}
