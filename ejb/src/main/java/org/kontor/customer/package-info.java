/**
 * The customer record: identity, hierarchy, names, addresses, e-mails, phones, external ids.
 *
 * <p>Decided here: which values a customer may have ({@code CustomerRules}, the same for page, REST, import and sync), how
 * the display name is composed, and how a customer is stored, one by one or in bulk. Must not enter: contacts, notes,
 * files, connectors; they hear of customers by events.
 */
@NullMarked
package org.kontor.customer;

import org.jspecify.annotations.NullMarked;
