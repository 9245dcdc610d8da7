package org.kontor.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Definitions of custom fields, for services of other features, which check their own permissions. */
@ApplicationScoped
public class CustomFieldLookup {

    @Inject
    SettingsRepository repository;

    /** All fields of an owner in the order of the form, retired ones too. Import and export take their columns from here. */
    public List<CustomFieldView> of(CustomFieldOwner owner) {
        return repository.customFields(owner).stream().map(CustomField::view).toList();
    }
}
