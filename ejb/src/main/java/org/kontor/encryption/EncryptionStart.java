package org.kontor.encryption;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes sure at the start that the keys are there. A database that needs a key which is not at hand stops the start: a new
 * key made in its place would hide the loss until somebody needs the value.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
public class EncryptionStart {

    @Inject
    Keysets keysets;

    @Inject
    KeyRepository repository;

    /** Runs at each start. */
    @PostConstruct
    void start() {
        Set<Integer> needed = repository.needed();
        Optional<Keyset> configured = keysets.read();
        Set<Integer> missing = new TreeSet<>(needed);
        configured.ifPresent(keyset -> missing.removeAll(keyset.ids()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Set kontor.encryption.key to the keyset that this database was used with, or put"
                            + " its file " + Keysets.FILE + " back into the data folder: values are encrypted with key "
                            + missing.stream().map(Keyset::shown).collect(Collectors.joining(", "))
                            + ", which is missing.");
        }
        Keyset keyset = configured.isPresent() ? keysets.current() : keysets.create();
        repository.need(keyset.primary());
    }
}
