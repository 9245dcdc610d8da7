package org.kontor.document;

import java.time.ZoneId;
import org.kontor.customer.Address;

/**
 * Who a statement goes to.
 *
 * @param id the customer
 * @param name display name
 * @param accountNumber may be empty
 * @param address postal address
 * @param entityId company entity
 * @param entityName its name
 * @param zone its time zone
 */
record Addressee(
        long id, String name, String accountNumber, Address address, long entityId, String entityName, ZoneId zone) {}
