package org.kontor.customer;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer in a list.
 *
 * @param id Kontor's own number
 * @param displayName the name shown everywhere
 * @param accountNumber business key; may be empty
 * @param status business state
 * @param customerClass kind of customer
 * @param primaryContact name of the primary contact; may be empty
 * @param primaryEmail first e-mail address; may be empty
 * @param primaryPhone first phone number; may be empty
 * @param city city; may be empty
 * @param country country; may be empty
 * @param archived whether hidden from lists by default
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param version counts changes
 * @param health what was judged of it; empty for not judged
 * @param lastContacted when an e-mail was last sent (S4-55); empty for never, and for callers without {@code read:message}
 */
public record CustomerRow(
        long id,
        String displayName,
        String accountNumber,
        CustomerStatus status,
        @JsonbProperty("class") CustomerClass customerClass,
        String primaryContact,
        String primaryEmail,
        String primaryPhone,
        String city,
        String country,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version,
        Optional<CustomerHealth> health,
        Optional<Instant> lastContacted) {}
