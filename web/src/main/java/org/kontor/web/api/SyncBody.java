package org.kontor.web.api;

/**
 * How a connection is read.
 *
 * @param fromStart whether everything that the remote system still tells is read again; nothing is made twice
 */
public record SyncBody(boolean fromStart) {}
