package org.kontor.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Watches public profiles of contacts and tells when somebody changed jobs (S2-32).
 *
 * <p><b>Calls.</b> By a job, outside any transaction, one at a time for each connection, about daily.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}.
 *
 * <p><b>Repetition.</b> May be repeated: looking changes nothing.
 *
 * <p><b>Errors.</b> {@link ConnectorException} when nothing could be found out; a single profile that cannot be found is left
 * out of the answer.
 */
public non-sealed interface ProfileWatch extends Capability {

    /** How many profiles may be asked for in one call; 1 to 1000. */
    int most();

    /** What these profiles say now; at most {@link #most()}. Profiles that were not asked for must not be in the answer. */
    List<Sighting> look(Connection connection, List<URI> profiles) throws ConnectorException;

    /**
     * What a profile says.
     *
     * @param profile which one, as it was asked for
     * @param title what the person works as; may be empty
     * @param company where; may be empty
     * @param since when this began; empty when it is not told
     * @param seenAt when it was read
     */
    record Sighting(URI profile, String title, String company, Optional<Instant> since, Instant seenAt) {}
}
