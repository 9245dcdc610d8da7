package org.kontor.web.api;

/**
 * Asks to send a message again.
 *
 * @param evenIfTwice whether it may arrive twice; must be true where nobody knows whether it was sent
 */
public record SendAgainBody(boolean evenIfTwice) {}
