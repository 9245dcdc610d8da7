/**
 * Service tickets of a customer, and what they say about how the customer feels.
 *
 * <p>Decided here: the sentiment of a customer is the plain mean of its tickets of the last 90 × 24 hours that are not void,
 * each read by {@link org.kontor.ticket.SentimentModel} or scored by the system that it came from. It is stored beside the
 * customer, so that lists can show and filter it; written anew with each change of a ticket, and by a recurring job when a
 * ticket leaves the window (S1-14). No ticket in the window, no sentiment (S1-15).
 */
@NullMarked
package org.kontor.ticket;

import org.jspecify.annotations.NullMarked;
