package org.kontor.spi;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of a connector's settings, checked against their descriptions. Shows no secret in {@link #toString}.
 *
 * <p>Asking for a key that the connector did not describe, or for a type that it is not of, is a defect of the connector
 * and throws {@link IllegalArgumentException}.
 */
public final class Settings {

    private final Map<String, Setting> described;
    private final Map<String, String> values;

    private Settings(Map<String, Setting> described, Map<String, String> values) {
        this.described = described;
        this.values = values;
    }

    /**
     * Checked values. Blank values count as not given.
     *
     * @throws IllegalArgumentException when {@link #problems} are there; the message names them
     */
    public static Settings of(List<Setting> described, Map<String, String> given) {
        List<SettingProblem> problems = problems(described, given);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        Map<String, Setting> byKey = new LinkedHashMap<>();
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : described) {
            byKey.put(setting.key(), setting);
            String value = given.getOrDefault(setting.key(), "");
            Optional<String> chosen = value.isBlank() ? setting.defaultValue() : Optional.of(value);
            chosen.ifPresent(text -> values.put(setting.key(), text));
        }
        return new Settings(byKey, values);
    }

    /** What is wrong with these values: unknown keys, required ones that are missing, values that are not allowed. */
    public static List<SettingProblem> problems(List<Setting> described, Map<String, String> given) {
        List<SettingProblem> problems = new ArrayList<>();
        List<String> keys = described.stream().map(Setting::key).toList();
        for (String key : new TreeMap<>(given).keySet()) {
            if (!keys.contains(key)) {
                problems.add(new SettingProblem(
                        key, "UNKNOWN_SETTING", "Remove " + key + ": the connector has no such setting."));
            }
        }
        for (Setting setting : described) {
            String value = given.getOrDefault(setting.key(), "");
            if (value.isBlank()) {
                if (setting.required() && setting.defaultValue().isEmpty()) {
                    problems.add(new SettingProblem(setting.key(), "REQUIRED", "Fill in " + setting.key() + "."));
                }
            } else {
                setting.wrong(value)
                        .ifPresent(cure -> problems.add(new SettingProblem(setting.key(), "SETTING_FORMAT", cure)));
            }
        }
        return problems;
    }

    /** A text, a choice, or any other value as it was written; empty when it is not set and has no default. */
    public Optional<String> text(String key) {
        if (describe(key).secret()) {
            throw new IllegalArgumentException(key + " is a secret: ask for it with secret(key)");
        }
        return Optional.ofNullable(values.get(key));
    }

    /** A whole number; empty when it is not set and has no default. */
    public Optional<Long> number(String key) {
        return value(key, Setting.Type.NUMBER).map(Long::valueOf);
    }

    /** Whether a switch is on; off when it is not set and has no default. */
    public boolean isOn(String key) {
        return value(key, Setting.Type.SWITCH).filter("true"::equals).isPresent();
    }

    /** An address; empty when it is not set and has no default. */
    public Optional<URI> url(String key) {
        return value(key, Setting.Type.URL).flatMap(Settings::address);
    }

    /** A secret; empty when it is not set. */
    public Optional<Secret> secret(String key) {
        if (!describe(key).secret()) {
            throw new IllegalArgumentException(key + " is no secret");
        }
        return Optional.ofNullable(values.get(key)).map(Secret::new);
    }

    static Optional<URI> address(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<String> value(String key, Setting.Type type) {
        if (describe(key).type() != type) {
            throw new IllegalArgumentException(key + " is no " + type);
        }
        return Optional.ofNullable(values.get(key));
    }

    private Setting describe(String key) {
        Setting setting = described.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("The connector describes no setting " + key);
        }
        return setting;
    }

    /** Whether all values are the same, secrets included. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, value) -> shown.put(key, describe(key).secret() ? "***" : value));
        return shown.toString();
    }
}
