package org.kontor.kiosk;

import java.time.Instant;
import java.util.List;

/**
 * An entry that staff should look at.
 *
 * @param id Kontor's own number
 * @param at when it was sent
 * @param by sign-in name of the user whose kiosk it was
 * @param customerId the customer that was created
 * @param displayName name of that customer
 * @param similar ids of customers who may be the same person; empty when none look like it
 */
public record KioskEntryView(long id, Instant at, String by, long customerId, String displayName, List<Long> similar) {}
