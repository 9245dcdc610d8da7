package org.kontor.spi;

/**
 * State of a connector.
 *
 * @param state whether it can work
 * @param detail one sentence for an operator, without secrets; may be empty when up
 */
public record Health(State state, String detail) {

    /** Whether a connector can do its work. */
    public enum State {
        /** It can work. */
        UP,
        /** It cannot work now; calls are likely to fail. */
        DOWN
    }

    /** A connector that can work. */
    public static Health up() {
        return new Health(State.UP, "");
    }

    /** A connector that cannot work; {@code detail} says why and what to do. */
    public static Health down(String detail) {
        return new Health(State.DOWN, detail);
    }
}
