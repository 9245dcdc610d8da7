package org.kontor.contact;

import java.time.Instant;

/**
 * One change of a contact's consent to SMS (S2-23).
 *
 * @param id Kontor's own number
 * @param at when
 * @param actor sign-in name of whoever entered it
 * @param source by which way it is known
 * @param optedIn whether the person agrees from then on
 * @param mobile the number that was agreed for
 */
public record ConsentView(long id, Instant at, String actor, ConsentSource source, boolean optedIn, String mobile) {}
