package org.kontor.settings;

import java.time.Instant;

/**
 * A legal entity that owns customers.
 *
 * @param id Kontor's own number; 1 is the one that comes with Kontor and is meant when none is given
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param name its name
 * @param currency ISO 4217 code
 * @param timeZone name of the IANA time zone
 * @param defaultCountry ISO 3166 code of two letters
 * @param locale language tag for dates and amounts
 */
public record CompanyEntityView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String name,
        String currency,
        String timeZone,
        String defaultCountry,
        String locale) {

    /** The draft that, saved again, changes nothing. */
    public CompanyEntityDraft toDraft() {
        return new CompanyEntityDraft(name, currency, timeZone, defaultCountry, locale);
    }
}
