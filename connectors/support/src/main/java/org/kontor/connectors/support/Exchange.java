package org.kontor.connectors.support;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How a request over HTTP ended. */
public sealed interface Exchange {

    /** A whole reply came, whatever it says. */
    final class Answered implements Exchange {

        private final int status;
        private final HttpHeaders headers;
        private final byte[] bytes;
        private final Masking masking;

        Answered(int status, HttpHeaders headers, byte[] bytes, Masking masking) {
            this.status = status;
            this.headers = headers;
            this.bytes = bytes;
            this.masking = masking;
        }

        /** The status code. */
        public int status() {
            return status;
        }

        /** The headers. */
        public HttpHeaders headers() {
            return headers;
        }

        /** Whether the status is 2xx. */
        public boolean good() {
            return status / 100 == 2;
        }

        /** The body as UTF-8 text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body as it came, for files; a copy. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** A part of the reply, fit for a message to a person or a log: the secrets of the call are masked in it. */
        public String quote(String part) {
            return masking.mask(part);
        }

        /** What {@code Retry-After} asks for, in seconds or as a date; empty when it says nothing that can be read. */
        public Optional<Duration> retryAfter(Instant now) {
            return headers.firstValue("Retry-After").map(String::strip).flatMap(value -> {
                if (value.matches("[0-9]{1,8}")) {
                    return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
                }
                try {
                    Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
                    Duration until = Duration.between(now, date);
                    return Optional.of(until.isNegative() ? Duration.ZERO : until);
                } catch (DateTimeParseException e) {
                    return Optional.empty();
                }
            });
        }

        /** Shows the status alone: headers and body may hold secrets. */
        @Override
        public String toString() {
            return "answered " + status;
        }
    }

    /** Certainly no request reached the remote system: no connection could be made, or the rate limit left no time. */
    record NotSent(String reason) implements Exchange {}

    /** A request may have reached the remote system, and no whole reply came. */
    record Lost(String reason) implements Exchange {}
}
