package org.kontor.settings;

import java.util.Locale;

/**
 * What can be said of a company entity.
 *
 * @param name 1 to 200 characters, unique regardless of case
 * @param currency ISO 4217 code: the currency of its customers when none is given
 * @param timeZone name of the IANA time zone that decides what day it is, such as {@code Europe/Berlin}
 * @param defaultCountry ISO 3166 code of two letters
 * @param locale language tag for dates and amounts, such as {@code de-DE}
 */
public record CompanyEntityDraft(String name, String currency, String timeZone, String defaultCountry, String locale) {

    /** Trims the texts; codes are upper case. */
    public CompanyEntityDraft {
        name = name.strip();
        currency = currency.strip().toUpperCase(Locale.ROOT);
        timeZone = timeZone.strip();
        defaultCountry = defaultCountry.strip().toUpperCase(Locale.ROOT);
        locale = locale.strip();
    }
}
