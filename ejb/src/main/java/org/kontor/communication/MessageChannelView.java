package org.kontor.communication;

/**
 * A way to reach a customer.
 *
 * @param channel which one
 * @param ready whether it can be used now
 * @param reason what to do that it can be (S4-09); empty when it can
 */
public record MessageChannelView(MessageKind channel, boolean ready, String reason) {}
