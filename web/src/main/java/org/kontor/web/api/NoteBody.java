package org.kontor.web.api;

/**
 * A note to be written.
 *
 * @param text 1 to 20,000 characters
 * @param internal whether only staff may see it
 */
public record NoteBody(String text, boolean internal) {}
