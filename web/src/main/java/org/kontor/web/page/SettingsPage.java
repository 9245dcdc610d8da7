package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.SettingView;
import org.kontor.settings.SettingsDraft;
import org.kontor.settings.SettingsView;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.primefaces.PrimeFaces;

/** The company settings, by category. */
@Named("settingsPage")
@ViewScoped
public class SettingsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    CompanySettings settings;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final FieldErrors errors = new FieldErrors();
    private final Map<String, Boolean> switches = new HashMap<>();
    private final Map<String, String> choices = new HashMap<>();
    private long version;
    private List<SettingView> catalogue = List.of();

    /** Fetches the settings; called once when the page is opened. */
    public void open() {
        SettingsView view = settings.show();
        version = view.version();
        catalogue = view.catalogue();
        view.values().forEach((key, value) -> {
            if (value instanceof JsonString text) {
                choices.put(key, text.getString());
            } else {
                switches.put(key, value == JsonValue.TRUE);
            }
        });
    }

    /** Saves what was chosen. */
    public void save() {
        Map<String, Optional<JsonValue>> values = new HashMap<>();
        choices.forEach((key, value) -> values.put(key, CustomFieldValues.ofText(value)));
        switches.forEach((key, value) -> values.put(key, Optional.of(value ? JsonValue.TRUE : JsonValue.FALSE)));
        try {
            version = settings.revise(version, new SettingsDraft(values)).version();
            notices.done(texts.of("settings.saved"));
        } catch (AppException e) {
            if (e.kind() != ErrorKind.STALE) {
                throw e;
            }
            notices.refused(texts.of("settings.stale"));
            open();
        }
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
    }

    /** Categories, in order. */
    public CompanySetting.Category[] getCategories() {
        return CompanySetting.Category.values();
    }

    /** Settings of a category. */
    public List<SettingView> of(CompanySetting.Category category) {
        return catalogue.stream().filter(s -> s.category() == category).toList();
    }

    /** A choice in words. */
    public String word(SettingView setting, String choice) {
        return texts.find("settingChoice." + choice)
                .or(() -> texts.find("status." + choice))
                .orElse(choice);
    }

    /** Settings that are on or off, by key. */
    public Map<String, Boolean> getSwitches() {
        return switches;
    }

    /** Settings with choices, by key. */
    public Map<String, String> getChoices() {
        return choices;
    }

    /** What needs a correction; nothing can, as only what is accepted is offered. */
    public FieldErrors getErrors() {
        return errors;
    }
}
