package org.kontor.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Lists, adds and changes company entities. */
@Stateless
public class CompanyEntities {

    private static final int MOST = 500;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LOCALES = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    SettingsRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** All of them, oldest first; there are at most {@value #MOST}. */
    @Requires(Permission.READ_SETTINGS)
    public List<CompanyEntityView> list() {
        return repository.entities().stream().map(CompanyEntity::view).toList();
    }

    /** The one with this id. */
    @Requires(Permission.READ_SETTINGS)
    public Optional<CompanyEntityView> find(long id) {
        return repository.entity(id).map(CompanyEntity::view);
    }

    /**
     * Adds one.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field against a rule
     */
    @Requires(Permission.WRITE_SETTINGS)
    public CompanyEntityView create(CompanyEntityDraft draft) {
        check(draft, 0);
        CompanyEntity entity = new CompanyEntity(now(), login());
        entity.describe(draft, now(), login());
        repository.add(entity);
        repository.flush();
        log.write("company-entity.created", draft.name());
        return entity.view();
    }

    /**
     * Replaces what is said of one. Customers keep the currency that they have.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_SETTINGS)
    public CompanyEntityView revise(long id, long expectedVersion, CompanyEntityDraft draft) {
        CompanyEntity entity = repository
                .entity(id)
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "COMPANY_ENTITY_NOT_FOUND",
                        "Look for another company entity: there is none with id " + id + "."));
        if (entity.view().version() != expectedVersion) {
            throw AppException.stale();
        }
        check(draft, id);
        entity.describe(draft, now(), login());
        repository.flush();
        log.write("company-entity.changed", draft.name());
        return entity.view();
    }

    private void check(CompanyEntityDraft draft, long id) {
        List<FieldError> errors = new ArrayList<>();
        List<CompanyEntityView> present = list();
        refuse(
                errors,
                draft.name().isEmpty() || draft.name().length() > 200,
                "name",
                "Give the company entity a name of 1 to 200 characters.");
        refuse(
                errors,
                present.stream().anyMatch(e -> e.id() != id && e.name().equalsIgnoreCase(draft.name())),
                "name",
                "Choose another name: there is a company entity with this one.");
        refuse(
                errors,
                !CURRENCIES.contains(draft.currency()),
                "currency",
                "Enter a currency code of ISO 4217, such as USD or EUR.");
        refuse(
                errors,
                !ZoneId.getAvailableZoneIds().contains(draft.timeZone()),
                "timeZone",
                "Enter the name of a time zone, such as Europe/Berlin or America/Denver.");
        refuse(
                errors,
                !COUNTRIES.contains(draft.defaultCountry()),
                "defaultCountry",
                "Enter a country code of two letters, such as US or DE.");
        refuse(errors, !LOCALES.contains(draft.locale()), "locale", "Enter a language tag, such as en-US or de-DE.");
        refuse(
                errors,
                id == 0 && present.size() >= MOST,
                "name",
                "There can be at most " + MOST + " company entities.");
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }

    private static void refuse(List<FieldError> errors, boolean wrong, String field, String cure) {
        if (wrong) {
            errors.add(new FieldError(field, "WRONG_VALUE", cure));
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
