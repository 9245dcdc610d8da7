package org.kontor.web.api;

/**
 * What a pull begins with.
 *
 * @param fromStart whether everything that the remote system still tells is read again; nothing is made twice
 */
public record PullBody(boolean fromStart) {}
