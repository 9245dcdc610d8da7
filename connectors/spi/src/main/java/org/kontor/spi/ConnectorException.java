package org.kontor.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that only reads could not be answered. A call that changes something remote never throws this: it answers an
 * {@link Outcome}.
 */
public class ConnectorException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    /** Could not be answered because of this. */
    public ConnectorException(Problem problem) {
        this(problem, Optional.empty(), null);
    }

    /**
     * Could not be answered because of this.
     *
     * @param retryAfter how long the remote system asks to wait; empty when it does not say
     * @param cause for the log; must not hold secrets; may be null
     */
    public ConnectorException(
            Problem problem, Optional<Duration> retryAfter, @org.jspecify.annotations.Nullable Throwable cause) {
        super(problem.code().code() + ": " + problem.message(), cause);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }

    /** How long the remote system asks to wait; empty when it does not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
