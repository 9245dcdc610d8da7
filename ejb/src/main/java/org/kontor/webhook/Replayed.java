package org.kontor.webhook;

/**
 * What became of a replay.
 *
 * @param count how many deliveries are to be sent once more
 */
public record Replayed(int count) {}
