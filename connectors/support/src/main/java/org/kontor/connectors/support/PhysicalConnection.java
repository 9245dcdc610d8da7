package org.kontor.connectors.support;

import java.io.IOException;

/** An open line to a remote system that is worth keeping between calls, such as a mail session. Used by one thread at a time. */
public interface PhysicalConnection {

    /** Whether it still works; asked by the pool, answers within a second. */
    boolean isAlive();

    /** Closes it for good. */
    void close() throws IOException;
}
