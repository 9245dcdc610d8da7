package org.kontor.connector;

import java.util.Optional;

/**
 * A feature whose records refer to connections, by a foreign key. A CDI bean of this type is found by itself, and is asked before a
 * connection is removed.
 */
public interface NeedsConnection {

    /** What removing the connection would do harm to, as the end of a sentence; empty when nothing needs it. */
    Optional<String> neededFor(long connectionId);
}
