package org.kontor.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what the provider says of itself for an hour. */
@ApplicationScoped
public class OidcDirectory {

    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    OidcSettings settings;

    private @Nullable OidcProvider provider;
    private Instant since = Instant.EPOCH;

    /** Whether there is a provider. */
    boolean configured() {
        return settings.provider().isPresent();
    }

    /** What users call the provider; empty when there is none. */
    public Optional<String> name() {
        return settings.provider().map(OidcSettings.Provider::name);
    }

    /** The provider, asked anew after an hour. */
    OidcProvider provider() throws OidcRefused {
        OidcProvider known = known();
        if (known != null) {
            return known;
        }
        Optional<OidcSettings.Provider> configured = settings.provider();
        if (configured.isEmpty()) {
            throw new OidcRefused("no provider");
        }
        OidcProvider found = OidcProvider.discover(configured.get());
        keep(found);
        return found;
    }

    private synchronized @Nullable OidcProvider known() {
        return since.plus(KEPT).isAfter(Instant.now()) ? provider : null;
    }

    private synchronized void keep(OidcProvider found) {
        provider = found;
        since = Instant.now();
    }
}
