package org.kontor.settings;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.FieldError;

/**
 * Values of custom fields. Needs no database: the same for page, REST and the millionth row of an import. A number is a JSON
 * number, yes or no is true or false, anything else a text; each of them may come as a text and is turned into the right one.
 */
public final class CustomFieldValues {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private CustomFieldValues() {}

    /**
     * The SQL condition that a record has this value for a field, whatever its case; key, key and value are its parameters.
     *
     * @param column {@code custom_values}, with the name of its table where that is needed
     */
    public static String holds(String column) {
        return column + " <> '{}' and " + column + " ?? ? and lower(" + column + " ->> ?) = lower(?)";
    }

    /** A text as a value, as a form or a cell of a file brings it; empty for a blank one. */
    public static Optional<JsonValue> ofText(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(JSON.createValue(text.strip()));
    }

    /** A value as text, as a form, a file or the history shows it. */
    public static String text(JsonValue value) {
        return value instanceof JsonString string
                ? string.getString()
                : value instanceof JsonNumber number ? number.bigDecimalValue().toPlainString() : value.toString();
    }

    /** Values as they are stored. */
    public static String json(Map<String, JsonValue> values) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }

    /** Stored values. */
    public static Map<String, JsonValue> ofJson(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(reader.readObject()));
        }
    }

    /** Values as a draft takes them. */
    public static Map<String, Optional<JsonValue>> given(Map<String, JsonValue> values) {
        Map<String, Optional<JsonValue>> given = new HashMap<>();
        values.forEach((key, value) -> given.put(key, Optional.of(value)));
        return given;
    }

    /** What differs, by the path {@code customFields.<key>}; blank for no value. */
    public static Map<String, DomainEvent.Change> changes(Map<String, JsonValue> before, Map<String, JsonValue> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        Map<String, DomainEvent.Change> changes = new LinkedHashMap<>();
        for (String key : keys) {
            String was = Optional.ofNullable(before.get(key))
                    .map(CustomFieldValues::text)
                    .orElse("");
            String now = Optional.ofNullable(after.get(key))
                    .map(CustomFieldValues::text)
                    .orElse("");
            if (!was.equals(now)) {
                changes.put(path(key), new DomainEvent.Change(was, now));
            }
        }
        return changes;
    }

    /**
     * Checks and normalises values.
     *
     * @param fields all fields of the owner, retired ones too
     * @param given key to value; no value is as good as no key
     * @param before the values that the record has; what stays as it was is not checked again
     * @param errors takes what is against a rule, by the path {@code customFields.<key>}
     * @return the values in the order of the fields
     */
    public static Map<String, JsonValue> check(
            List<CustomFieldView> fields,
            Map<String, Optional<JsonValue>> given,
            Map<String, JsonValue> before,
            List<FieldError> errors) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (CustomFieldView field : fields) {
            Optional<JsonValue> value = given.getOrDefault(field.key(), Optional.empty());
            if (value.isPresent() && !blank(value.get())) {
                keepOrRead(field, value.get(), before, errors).ifPresent(v -> values.put(field.key(), v));
            } else if (field.required() && field.active() && before.containsKey(field.key())) {
                errors.add(required(field));
            }
        }
        for (String key : given.keySet()) {
            if (fields.stream().noneMatch(f -> f.key().equals(key))) {
                errors.add(new FieldError(
                        path(key), "UNKNOWN_FIELD", "Leave out " + key + "; there is no such custom field."));
            }
        }
        return values;
    }

    /** Refuses a new record that lacks a required value. */
    public static void checkComplete(
            List<CustomFieldView> fields, Map<String, Optional<JsonValue>> given, List<FieldError> errors) {
        for (CustomFieldView field : fields) {
            Optional<JsonValue> value = given.getOrDefault(field.key(), Optional.empty());
            if (field.required() && field.active() && (value.isEmpty() || blank(value.get()))) {
                errors.add(required(field));
            }
        }
    }

    static boolean printable(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }

    private static Optional<JsonValue> keepOrRead(
            CustomFieldView field, JsonValue value, Map<String, JsonValue> before, List<FieldError> errors) {
        if (value.equals(before.get(field.key()))) {
            return Optional.of(value);
        }
        if (!field.active()) {
            errors.add(new FieldError(
                    path(field.key()), "RETIRED", "Leave “" + field.label() + "” as it is: the field was retired."));
            return Optional.empty();
        }
        Optional<JsonValue> read = switch (field.kind()) {
            case TEXT -> line(value);
            case NUMBER -> number(value);
            case DATE -> date(value);
            case CHOICE -> choice(field, value);
            case YES_NO -> yesNo(value);
        };
        if (read.isEmpty()) {
            errors.add(new FieldError(path(field.key()), "WRONG_VALUE", cure(field)));
        }
        return read;
    }

    private static Optional<JsonValue> line(JsonValue value) {
        String text = text(value).strip();
        return value instanceof JsonString && text.length() <= 500 && printable(text)
                ? Optional.of(JSON.createValue(text))
                : Optional.empty();
    }

    private static Optional<JsonValue> number(JsonValue value) {
        try {
            String text = text(value).strip();
            BigDecimal number = text.length() > 40 ? null : new BigDecimal(text).stripTrailingZeros();
            if (number == null || number.scale() > 10 || number.precision() - number.scale() > 15) {
                return Optional.empty();
            }
            return Optional.of(JSON.createValue(number.scale() < 0 ? number.setScale(0) : number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonValue> date(JsonValue value) {
        try {
            return Optional.of(
                    JSON.createValue(LocalDate.parse(text(value).strip()).toString()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonValue> choice(CustomFieldView field, JsonValue value) {
        return field.choices().stream()
                .filter(c -> c.equalsIgnoreCase(text(value).strip()))
                .findFirst()
                .map(JSON::createValue);
    }

    private static Optional<JsonValue> yesNo(JsonValue value) {
        String text = text(value).strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return Optional.of(JsonValue.TRUE);
        }
        return NO.contains(text) ? Optional.of(JsonValue.FALSE) : Optional.empty();
    }

    private static String cure(CustomFieldView field) {
        String label = "“" + field.label() + "”";
        return switch (field.kind()) {
            case TEXT -> "Write " + label + " on one line of at most 500 characters.";
            case NUMBER -> "Write " + label + " as a number such as 1250.75.";
            case DATE -> "Write " + label + " as year, month, day, such as 2026-11-21.";
            case CHOICE -> "Choose for " + label + " one of " + String.join(", ", field.choices()) + ".";
            case YES_NO -> "Write " + label + " as true or false.";
        };
    }

    private static FieldError required(CustomFieldView field) {
        return new FieldError(path(field.key()), "REQUIRED", "Enter a value for “" + field.label() + "”.");
    }

    private static boolean blank(JsonValue value) {
        return value == JsonValue.NULL
                || (value instanceof JsonString text && text.getString().isBlank());
    }

    private static String path(String key) {
        return "customFields." + key;
    }
}
