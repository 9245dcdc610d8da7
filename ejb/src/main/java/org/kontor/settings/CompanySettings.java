package org.kontor.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Shows and changes the company settings. */
@Stateless
public class CompanySettings {

    @Inject
    SettingsRepository repository;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** All settings with their values and what each is about. */
    @Requires(Permission.READ_SETTINGS)
    public SettingsView show() {
        return view(repository.settings());
    }

    /**
     * Replaces the settings; what changed is written to the audit log with its value before and after.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#STALE}; {@link ErrorKind#INVALID} with every key that there is not and every
     *     value that its setting may not have
     */
    @Requires(Permission.WRITE_SETTINGS)
    public SettingsView revise(long expectedVersion, SettingsDraft draft) {
        CompanySettingRow row = repository.settings();
        if (row.version() != expectedVersion) {
            throw AppException.stale();
        }
        Map<String, String> wanted = accepted(draft);
        Map<String, String> before = row.chosen();
        if (wanted.equals(before)) {
            return view(row);
        }
        row.choose(wanted, clock.instant(), CallerContext.current().login());
        repository.flush();
        for (CompanySetting setting : CompanySetting.values()) {
            String was = before.getOrDefault(setting.key(), setting.defaultText());
            String is = wanted.getOrDefault(setting.key(), setting.defaultText());
            if (!was.equals(is)) {
                log.write("setting.changed", setting.key() + ": " + was + " -> " + is);
            }
        }
        return view(row);
    }

    /** What differs from its default, as text. */
    private static Map<String, String> accepted(SettingsDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> wanted = new TreeMap<>();
        draft.values().forEach((key, value) -> {
            Optional<CompanySetting> setting = CompanySetting.ofKey(key);
            if (setting.isEmpty()) {
                errors.add(new FieldError(
                        "values." + key, "UNKNOWN_FIELD", "Leave out " + key + "; there is no such setting."));
            } else if (value.isPresent()) {
                Optional<String> text = setting.get().accepted(value.get());
                if (text.isEmpty()) {
                    errors.add(new FieldError(
                            "values." + key, "WRONG_VALUE", setting.get().cure()));
                } else if (!text.get().equals(setting.get().defaultText())) {
                    wanted.put(key, text.get());
                }
            }
        });
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return wanted;
    }

    private static SettingsView view(CompanySettingRow row) {
        Map<String, String> chosen = row.chosen();
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (CompanySetting setting : CompanySetting.values()) {
            values.put(setting.key(), setting.json(chosen.getOrDefault(setting.key(), setting.defaultText())));
        }
        return row.view(
                values,
                Arrays.stream(CompanySetting.values()).map(CompanySetting::view).toList());
    }
}
