package org.kontor.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the company settings say now, for services of other features. Each call is one read by primary key. */
@ApplicationScoped
public class CurrentSettings {

    @Inject
    SettingsRepository repository;

    /** Whether a setting of kind {@link CompanySetting.Kind#YES_NO} is on. */
    public boolean on(CompanySetting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** The value as text; for {@link CompanySetting.Kind#CHOICE} the choice. */
    public String text(CompanySetting setting) {
        return repository.settings().chosen().getOrDefault(setting.key(), setting.defaultText());
    }
}
