/**
 * Payment plans: open invoices of a customer that are agreed to be paid in instalments (S4-133).
 *
 * <p>Decided here: what can be agreed, and what of it is settled. What was agreed is stored and never changed; where it stands follows
 * from what the ledger says of the invoices. Aging knows nothing of plans: an invoice ages by its own due date. Must not enter: what is
 * posted.
 */
@NullMarked
package org.kontor.paymentplan;

import org.jspecify.annotations.NullMarked;
