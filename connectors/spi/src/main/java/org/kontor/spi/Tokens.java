package org.kontor.spi;

import java.util.Optional;

/**
 * A small durable store of secrets that the remote system changes by itself, such as OAuth refresh tokens. Kontor keeps them
 * encrypted with the connection; they survive a restart and are seen by every node.
 *
 * <p><b>Calls.</b> By the connector, on the thread of its call, at any time during the call.
 *
 * <p><b>Errors.</b> {@link IllegalStateException} when the store cannot be reached: the call must end, and a token that was
 * received meanwhile is lost, so store it before using it.
 */
public interface Tokens {

    /** The secret of this name, as stored last by any node. */
    Optional<Secret> read(String name);

    /**
     * Replaces a secret, durably before this returns, unless another node was faster.
     *
     * @param expected what {@link #read} gave; empty when there was none
     * @param replacement what takes its place
     * @return false when something else is stored by now: read again and use that
     */
    boolean replace(String name, Optional<Secret> expected, Secret replacement);
}
