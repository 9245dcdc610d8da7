/**
 * Tells other systems what happened: subscriptions, the outbox, signed delivery, and its log.
 *
 * <p>Decided here: which events are offered and the permission each needs; that an event is noted in the transaction in which
 * it happened, as one row per subscription; that what is sent is read at delivery, as the subscriber may see it then; when a
 * failed delivery is tried again; which addresses may be called. Nothing else knows of webhooks: features fire
 * {@link org.kontor.shared.DomainEvent}.
 */
@NullMarked
package org.kontor.webhook;

import org.jspecify.annotations.NullMarked;
