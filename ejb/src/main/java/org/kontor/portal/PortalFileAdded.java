package org.kontor.portal;

/**
 * A contact uploaded a file in the portal; fired in the transaction that keeps it.
 *
 * @param customerId whose file it is
 * @param entityId company entity of the customer
 * @param attachmentId the file
 * @param file its name
 * @param contact name of who uploaded it
 */
public record PortalFileAdded(long customerId, long entityId, long attachmentId, String file, String contact) {}
