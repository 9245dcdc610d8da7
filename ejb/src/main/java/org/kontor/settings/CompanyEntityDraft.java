package org.kontor.settings;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.shared.FieldError;

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

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LOCALES = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    /** Trims the texts; codes are upper case. */
    public CompanyEntityDraft {
        name = name.strip();
        currency = currency.strip().toUpperCase(Locale.ROOT);
        timeZone = timeZone.strip();
        defaultCountry = defaultCountry.strip().toUpperCase(Locale.ROOT);
        locale = locale.strip();
    }

    /** What is against a rule that needs nothing but the draft. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        refuse(
                wrong,
                name.isEmpty() || name.length() > 200,
                "name",
                "Give the company entity a name of 1 to 200 characters.");
        refuse(
                wrong,
                !CURRENCIES.contains(currency),
                "currency",
                "Enter a currency code of ISO 4217, such as USD or EUR.");
        refuse(
                wrong,
                !ZoneId.getAvailableZoneIds().contains(timeZone),
                "timeZone",
                "Enter the name of a time zone, such as Europe/Berlin or America/Denver.");
        refuse(
                wrong,
                !COUNTRIES.contains(defaultCountry),
                "defaultCountry",
                "Enter a country code of two letters, such as US or DE.");
        refuse(wrong, !LOCALES.contains(locale), "locale", "Enter a language tag, such as en-US or de-DE.");
        return wrong;
    }

    private static void refuse(List<FieldError> errors, boolean wrong, String field, String cure) {
        if (wrong) {
            errors.add(new FieldError(field, "WRONG_VALUE", cure));
        }
    }
}
