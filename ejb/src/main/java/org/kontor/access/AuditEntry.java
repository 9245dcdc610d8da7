package org.kontor.access;

import java.time.Instant;

/**
 * A line of the audit log.
 *
 * @param id Kontor's own number; grows with time
 * @param at when
 * @param kind noun and past participle, such as {@code sign-in.refused}
 * @param actor sign-in name of who did it; empty when nobody was signed in
 * @param address network address; empty when it is not known
 * @param subject what it was done to
 */
public record AuditEntry(long id, Instant at, String kind, String actor, String address, String subject) {}
