package org.kontor.connectors.support;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Calls a remote system over HTTP and tells three ends apart: a reply came, certainly nothing was sent, nobody knows.
 *
 * <p>Each call has a time limit that holds for everything: waiting for a turn, connecting, sending, the whole reply. Replies
 * have a size limit. Redirects are not followed: they would carry credentials elsewhere. Logs show method, host, path and
 * status, at level DEBUG; never a query, a header or a body, and no secret that the caller names in a {@link Masking}. Used by many threads at the same time.
 */
public final class RemoteClient {

    private static final Logger LOG = System.getLogger(RemoteClient.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final @Nullable RateLimiter limiter;
    private final int mostTries;
    private final int mostBytes;

    private RemoteClient(Builder builder) {
        http = HttpClient.newBuilder()
                .connectTimeout(builder.connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        limiter = builder.limiter;
        mostTries = builder.mostTries;
        mostBytes = builder.mostBytes;
    }

    /** A client with the usual limits: 5 seconds to connect, 3 tries, 10 MB of reply. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Sends a request once. For everything that changes something; never by GET or HEAD, which the JDK's client sends anew by
     * itself when a kept connection turns out to be closed.
     */
    public Exchange once(HttpRequest request, Deadline deadline) {
        return once(request, deadline, Masking.NONE);
    }

    /**
     * Sends a request once, and masks these secrets in the log and in what {@link Exchange.Answered#quote} passes on: a remote
     * system may repeat them in its messages, or want them in its paths.
     */
    public Exchange once(HttpRequest request, Deadline deadline, Masking masking) {
        if (limiter != null && !limiter.await(deadline)) {
            return new Exchange.NotSent("The rate limit leaves no time for it.");
        }
        if (!deadline.allows(Duration.ZERO)) {
            return new Exchange.NotSent("There was no time left.");
        }
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> reply = http.sendAsync(request, info -> new LimitedBody(mostBytes));
        Exchange exchange;
        try {
            HttpResponse<byte[]> response = reply.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            exchange = new Exchange.Answered(response.statusCode(), response.headers(), response.body(), masking);
        } catch (TimeoutException e) {
            reply.cancel(true);
            exchange = new Exchange.Lost("No whole reply came in time.");
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            exchange = new Exchange.Lost("The call was interrupted.");
        } catch (ExecutionException e) {
            exchange = broken(e.getCause() == null ? e : e.getCause());
        }
        LOG.log(
                Level.DEBUG,
                "{0} {1}{2}: {3} after {4} ms",
                request.method(),
                request.uri().getHost(),
                masking.mask(request.uri().getPath()),
                exchange,
                (System.nanoTime() - began) / 1_000_000);
        return exchange;
    }

    /**
     * Sends a request and, where no reply came or the reply was 429, 502, 503 or 504, sends it again after a growing pause with
     * jitter, or after what {@code Retry-After} asks for, as long as there is time. Only for what may be repeated without harm.
     */
    public Exchange repeatable(HttpRequest request, Deadline deadline) {
        return repeatable(request, deadline, Masking.NONE);
    }

    /** As {@link #repeatable(HttpRequest, Deadline)}, with these secrets masked. */
    public Exchange repeatable(HttpRequest request, Deadline deadline, Masking masking) {
        Exchange exchange = once(request, deadline, masking);
        for (int tries = 1; tries < mostTries && worthRepeating(exchange); tries++) {
            Duration pause = pause(exchange, tries);
            if (!deadline.allows(pause) || !rest(pause)) {
                return exchange;
            }
            exchange = once(request, deadline, masking);
        }
        return exchange;
    }

    private static boolean worthRepeating(Exchange exchange) {
        return !(exchange instanceof Exchange.Answered answer)
                || answer.status() == 429
                || answer.status() == 502
                || answer.status() == 503
                || answer.status() == 504;
    }

    /** Half of the growing pause is fixed, half is drawn, so that many callers do not come back at the same time. */
    private static Duration pause(Exchange exchange, int tries) {
        if (exchange instanceof Exchange.Answered answer) {
            Optional<Duration> asked = answer.retryAfter(Clock.systemUTC().instant());
            if (asked.isPresent()) {
                return asked.get();
            }
        }
        long full = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << (2 * (tries - 1)));
        return Duration.ofNanos(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    private static boolean rest(Duration pause) {
        Deadline end = Deadline.in(pause);
        for (long left = pause.toNanos(); left > 0; left = end.left().toNanos()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    private static Exchange broken(Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof ConnectException
                    || e instanceof HttpConnectTimeoutException
                    || e instanceof UnknownHostException
                    || e instanceof UnresolvedAddressException) {
                return new Exchange.NotSent("No connection could be made.");
            }
        }
        return new Exchange.Lost("The connection broke before a whole reply came.");
    }

    /** Sets limits. */
    public static final class Builder {

        private Duration connectTimeout = Duration.ofSeconds(5);
        private @Nullable RateLimiter limiter;
        private int mostTries = 3;
        private int mostBytes = 10 * 1024 * 1024;

        private Builder() {}

        /** How long making a connection may take. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = time;
            return this;
        }

        /** How many calls the remote system takes. */
        public Builder limiter(RateLimiter limit) {
            limiter = limit;
            return this;
        }

        /** How often a repeatable call is sent at most. */
        public Builder mostTries(int tries) {
            mostTries = tries;
            return this;
        }

        /** How large a reply may be. */
        public Builder mostBytes(int bytes) {
            mostBytes = bytes;
            return this;
        }

        /** Makes the client. */
        public RemoteClient build() {
            return new RemoteClient(this);
        }
    }
}
