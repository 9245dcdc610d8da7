package org.kontor.spi;

/**
 * Names one intention. The same key means the same intention, however often it is sent: the remote system must act on it
 * once at most.
 *
 * @param value 1 to 50 letters, digits and hyphens: what every known remote system takes
 */
public record IdempotencyKey(String value) {

    /** Refuses what a remote system might not take. */
    public IdempotencyKey {
        if (!value.matches("[A-Za-z0-9-]{1,50}")) {
            throw new IllegalArgumentException("A key has 1 to 50 letters, digits and hyphens, not \"" + value + "\"");
        }
    }
}
