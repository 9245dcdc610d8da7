package org.kontor.web.api;

/**
 * A change of a job, as it was noticed.
 *
 * @param source who noticed it; up to 100 characters
 * @param before job before; empty when it is not known
 * @param after job now; empty for none
 */
public record JobChangeBody(String source, String before, String after) {}
