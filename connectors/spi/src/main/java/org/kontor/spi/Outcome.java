package org.kontor.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a call ended that changes something in a remote system. There is no other way for such a call to end: it does not
 * throw, and it never calls failed what it does not know to have failed.
 *
 * <table>
 * <caption>What each means</caption>
 * <tr><th>outcome</th><th>did it happen?</th><th>what Kontor does</th></tr>
 * <tr><td>{@link Done}</td><td>yes</td><td>records it</td></tr>
 * <tr><td>{@link Pending}</td><td>it will or will not; the remote system has taken it on</td><td>asks again by key</td></tr>
 * <tr><td>{@link Refused}</td><td>no, and the same request will not succeed</td><td>tells the user</td></tr>
 * <tr><td>{@link NotSent}</td><td>no, certainly: nothing reached the remote system</td><td>may send again with the same
 *     key</td></tr>
 * <tr><td>{@link Unknown}</td><td>nobody knows: the reply was lost, late or nonsense</td><td>never sends again by itself;
 *     asks by key until it knows</td></tr>
 * </table>
 *
 * @param <T> what the remote system tells when it is done
 */
public sealed interface Outcome<T> {

    /** It happened. */
    record Done<T>(T value) implements Outcome<T> {
        /** Refuses null. */
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The remote system has taken it on and will say later how it ended.
     *
     * @param value what it told so far
     * @param askAgainAfter when it is worth asking; empty lets Kontor decide
     */
    record Pending<T>(T value, Optional<Duration> askAgainAfter) implements Outcome<T> {
        /** Refuses null. */
        public Pending {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(askAgainAfter, "askAgainAfter");
        }
    }

    /** The remote system, or the connector before it sent anything, said no. Nothing happened. */
    record Refused<T>(Problem problem) implements Outcome<T> {
        /** Refuses null. */
        public Refused {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * Certainly nothing reached the remote system, or it said that it did not look at it (such as 429).
     *
     * @param problem why
     * @param retryAfter how long the remote system asks to wait; empty when it does not say
     */
    record NotSent<T>(Problem problem, Optional<Duration> retryAfter) implements Outcome<T> {
        /** Refuses null. */
        public NotSent {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** Nobody knows whether it happened. */
    record Unknown<T>(Problem problem) implements Outcome<T> {
        /** Refuses null. */
        public Unknown {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** It happened. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** The remote system has taken it on. */
    static <T> Outcome<T> pending(T value) {
        return new Pending<>(value, Optional.empty());
    }

    /** It was refused; nothing happened. */
    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(problem);
    }

    /** Certainly nothing was sent. */
    static <T> Outcome<T> notSent(Problem problem) {
        return new NotSent<>(problem, Optional.empty());
    }

    /** Nobody knows. */
    static <T> Outcome<T> unknown(Problem problem) {
        return new Unknown<>(problem);
    }

    /** The problem, where there is one. */
    default Optional<Problem> trouble() {
        if (this instanceof Refused<T> refused) {
            return Optional.of(refused.problem());
        }
        if (this instanceof NotSent<T> notSent) {
            return Optional.of(notSent.problem());
        }
        if (this instanceof Unknown<T> unknown) {
            return Optional.of(unknown.problem());
        }
        return Optional.empty();
    }

    /**
     * The same outcome of another type. When the function throws on what the remote system told, the outcome is
     * {@link Unknown}: a reply that cannot be read proves nothing.
     */
    default <R> Outcome<R> map(Function<T, R> function, ErrorCode unreadable) {
        try {
            if (this instanceof Done<T> done) {
                return new Done<>(function.apply(done.value()));
            }
            if (this instanceof Pending<T> pending) {
                return new Pending<>(function.apply(pending.value()), pending.askAgainAfter());
            }
        } catch (RuntimeException e) {
            return new Unknown<>(unreadable.because("The reply cannot be read. Ask again by key."));
        }
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.problem());
        }
        if (this instanceof NotSent<T> notSent) {
            return new NotSent<>(notSent.problem(), notSent.retryAfter());
        }
        return new Unknown<>(trouble().orElseThrow());
    }
}
