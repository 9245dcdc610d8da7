package org.kontor.contact;

import java.time.Instant;

/**
 * A change of a contact's job that a profile showed (S2-32).
 *
 * @param id Kontor's own number
 * @param at when it was noticed
 * @param source who noticed it, such as the id of a connector
 * @param before job before; empty when it is not known
 * @param after job now; empty for none
 */
public record JobChangeView(long id, Instant at, String source, String before, String after) {}
