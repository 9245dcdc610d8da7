package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.CompanyEntityDraft;
import org.kontor.settings.CompanyEntityView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Company entities; {@code entity} (an id or {@code new}) stands in the address. */
@Named("companyEntitiesPage")
@ViewScoped
public class CompanyEntitiesPage implements CheckedForm, Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CompanyEntities service;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    ShellPage shell;

    private final EntryForms forms = new EntryForms();
    private List<CompanyEntityView> entities = List.of();
    private Optional<CompanyEntityView> stored = Optional.empty();
    private String entity = "";
    private String name = "";
    private String currency = "";
    private String timeZone = "";
    private String defaultCountry = "";
    private String locale = "";

    /** Fetches the entities; called once when the page is opened. */
    public void open() {
        entities = service.list();
        if (isEditing()) {
            shell.require(Permission.WRITE_SETTINGS);
            stored = EntryForms.id(entity)
                    .map(id -> service.find(id)
                            .orElseThrow(() -> new AppException(
                                    ErrorKind.ABSENT, "COMPANY_ENTITY_NOT_FOUND", texts.of("error.404"))));
            stored.ifPresent(this::fill);
        }
    }

    private void fill(CompanyEntityView view) {
        name = view.name();
        currency = view.currency();
        timeZone = view.timeZone();
        defaultCountry = view.defaultCountry();
        locale = view.locale();
    }

    private CompanyEntityDraft typed() {
        return new CompanyEntityDraft(name, currency, timeZone, defaultCountry, locale);
    }

    @Override
    public List<FieldErrors.Entry> wrong() {
        return FieldErrors.entries(typed().wrong(), texts);
    }

    /** Saves the entity. */
    public void save() {
        forms.save(
                () -> {
                    CompanyEntityView saved = stored.isEmpty()
                            ? service.create(typed())
                            : service.revise(stored.get().id(), stored.get().version(), typed());
                    return texts.of("tables.saved", saved.name());
                },
                "/company-entities.xhtml",
                texts,
                notices);
    }

    /** The entities, oldest first. */
    public List<CompanyEntityView> getEntities() {
        return entities;
    }

    /** Whether an entity is in the form. */
    public boolean isEditing() {
        return !entity.isEmpty();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return forms.errors();
    }

    /** Id of the entity in the form, or {@code new}; empty for none. */
    public String getEntity() {
        return entity;
    }

    /** Sets it. */
    public void setEntity(@Nullable String value) {
        entity = value == null ? "" : value;
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(@Nullable String value) {
        name = value == null ? "" : value;
    }

    /** ISO 4217 code. */
    public String getCurrency() {
        return currency;
    }

    /** Sets it. */
    public void setCurrency(@Nullable String value) {
        currency = value == null ? "" : value;
    }

    /** Name of the IANA time zone. */
    public String getTimeZone() {
        return timeZone;
    }

    /** Sets it. */
    public void setTimeZone(@Nullable String value) {
        timeZone = value == null ? "" : value;
    }

    /** ISO 3166 code of two letters. */
    public String getDefaultCountry() {
        return defaultCountry;
    }

    /** Sets it. */
    public void setDefaultCountry(@Nullable String value) {
        defaultCountry = value == null ? "" : value;
    }

    /** Language tag. */
    public String getLocale() {
        return locale;
    }

    /** Sets it. */
    public void setLocale(@Nullable String value) {
        locale = value == null ? "" : value;
    }
}
