package org.kontor.spi;

import java.time.Duration;

/**
 * One configured instance of a connector, handed to every call that needs a remote system. Valid during the call alone.
 */
public interface Connection {

    /** Kontor's own stable name of the connection; the same for every call of the same connection. */
    String id();

    /** The settings, checked, with secrets in clear. */
    Settings settings();

    /** Where secrets are kept that change by themselves. */
    Tokens tokens();

    /** How long the call may take in all, repetitions included. Kontor stops waiting then and takes the outcome for Unknown. */
    Duration timeLimit();
}
