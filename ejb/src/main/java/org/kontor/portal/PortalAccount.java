package org.kontor.portal;

/**
 * A customer whose records somebody may see in the portal.
 *
 * @param id names the choice; it is not the customer's
 * @param customer display name of the customer
 * @param number its account number; may be empty
 * @param company the company entity that it is a customer of
 */
public record PortalAccount(long id, String customer, String number, String company) {}
