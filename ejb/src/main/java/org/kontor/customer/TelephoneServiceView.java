package org.kontor.customer;

import java.time.Instant;

/**
 * A telephone service of a customer.
 *
 * @param id Kontor's own number
 * @param number its telephone number (TN)
 * @param name what it is; may be empty
 * @param btn whether its number is the billing telephone number
 * @param createdAt when it was added
 * @param createdBy who added it
 */
public record TelephoneServiceView(
        long id, String number, String name, boolean btn, Instant createdAt, String createdBy) {}
