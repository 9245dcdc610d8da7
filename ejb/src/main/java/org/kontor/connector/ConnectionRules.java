package org.kontor.connector;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.shared.FieldError;
import org.kontor.spi.Connector;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** What is wrong with the settings of a connection that is wanted. */
@Dependent
class ConnectionRules {

    private static final int LONGEST = 10_000;

    @Inject
    Environment environment;

    /**
     * Every setting against a rule.
     *
     * @param secretsSet keys of secrets that are stored already
     */
    List<FieldError> check(Connector connector, ConnectionDraft draft, List<String> secretsSet) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> values = new HashMap<>(draft.settings());
        boolean whole = true;
        for (Setting setting : connector.settings()) {
            if (setting.secret()) {
                whole &= secret(setting, draft, secretsSet, values, errors);
            }
        }
        for (String key : draft.secrets().keySet()) {
            if (connector.settings().stream()
                    .noneMatch(s -> s.secret() && s.key().equals(key))) {
                errors.add(new FieldError(
                        "secrets." + key, "UNKNOWN_SETTING", "Remove " + key + ": the connector has no such secret."));
            }
        }
        for (SettingProblem problem : Settings.problems(connector.settings(), values)) {
            errors.add(error(connector, problem));
        }
        for (Map.Entry<String, String> setting : draft.settings().entrySet()) {
            if (setting.getValue().length() > LONGEST) {
                errors.add(
                        new FieldError("settings." + setting.getKey(), "TOO_LONG", "Shorten it to 10,000 characters."));
            }
        }
        if (errors.isEmpty() && whole) {
            // What depends on a stored secret or on a variable is found out by the test.
            for (SettingProblem problem : connector.check(Settings.of(connector.settings(), values))) {
                errors.add(error(connector, problem));
            }
        }
        return errors;
    }

    /** Puts a stand-in where the value itself is not at hand; answers whether it is. */
    private boolean secret(
            Setting setting,
            ConnectionDraft draft,
            List<String> secretsSet,
            Map<String, String> values,
            List<FieldError> errors) {
        String key = setting.key();
        if (values.remove(key) != null) {
            errors.add(new FieldError(
                    "settings." + key, "SECRET", "Give " + key + " under secrets, where it is kept encrypted."));
        }
        String given = draft.secrets().getOrDefault(key, "");
        if (draft.secrets().containsKey(key)) {
            environment
                    .reference(given)
                    .filter(name -> !environment.allowed(name))
                    .ifPresent(name -> errors.add(
                            new FieldError("secrets." + key, Environment.NOT_ALLOWED, Environment.CHOOSE_ANOTHER)));
            if (given.length() > LONGEST) {
                errors.add(new FieldError("secrets." + key, "TOO_LONG", "Shorten it to 10,000 characters."));
            }
        }
        boolean kept = !draft.secrets().containsKey(key) && secretsSet.contains(key);
        if (kept || !given.isBlank()) {
            values.put(key, kept ? "stored" : given);
        }
        return !kept && environment.reference(given).isEmpty();
    }

    private static FieldError error(Connector connector, SettingProblem problem) {
        boolean secret = connector.settings().stream()
                .anyMatch(setting -> setting.secret() && setting.key().equals(problem.key()));
        return new FieldError((secret ? "secrets." : "settings.") + problem.key(), problem.code(), problem.message());
    }
}
