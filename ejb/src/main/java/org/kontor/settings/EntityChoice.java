package org.kontor.settings;

/**
 * A company entity to choose.
 *
 * @param id Kontor's own number
 * @param name what people call it
 */
public record EntityChoice(long id, String name) {}
