package org.kontor.web.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.shared.Shape;

/**
 * Reads a record out of JSON, strictly: what is wrong is collected and named by path, such as {@code address.line1} or
 * {@code emails[1]}.
 *
 * <p>An absent or {@code null} value is: the empty text, list, set or map; {@code false}; an empty {@link Optional}; a record
 * read from an empty object. For a number, a date or an enum there is no such value, so it is {@code REQUIRED}.
 */
public final class JsonReader {

    private final Set<String> readOnly;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonReader(Set<String> readOnly) {
        this.readOnly = readOnly;
    }

    /**
     * Reads a record.
     *
     * @param json what the caller sent
     * @param type the record class
     * @param readOnly names of top-level fields that exist but cannot be set
     * @throws AppException {@code INVALID} with every field concerned: {@code UNKNOWN_FIELD}, {@code READ_ONLY},
     *     {@code REQUIRED}, {@code WRONG_TYPE}, {@code UNKNOWN_VALUE}, or what the record itself refuses
     */
    public static <T> T read(JsonObject json, Class<T> type, Set<String> readOnly) {
        JsonReader reader = new JsonReader(readOnly);
        Object value = reader.record(json, type, "");
        if (!reader.errors.isEmpty() || value == null) {
            throw AppException.invalid(reader.errors);
        }
        return type.cast(value);
    }

    private @Nullable Object record(JsonObject json, Class<?> type, String path) {
        Shape shape = Shape.of(type);
        int before = errors.size();
        nameUnknown(json, shape, path);
        @Nullable Object[] values = new Object[shape.all().size()];
        for (int i = 0; i < values.length; i++) {
            Shape.Part part = shape.all().get(i);
            JsonValue value = part.hidden() ? null : json.get(part.name());
            values[i] = value(value, part.type(), path.isEmpty() ? part.name() : path + "." + part.name());
        }
        if (errors.size() > before) {
            return null;
        }
        try {
            return shape.construct(values);
        } catch (AppException e) {
            e.errors()
                    .forEach(error -> errors.add(new FieldError(
                            path.isEmpty() ? error.field() : path + "." + error.field(),
                            error.code(),
                            error.message())));
            if (e.errors().isEmpty()) {
                throw e;
            }
            return null;
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            return wrong(path, "UNKNOWN_VALUE", message == null ? "Choose another value." : message);
        }
    }

    private void nameUnknown(JsonObject json, Shape shape, String path) {
        Set<String> known = shape.visible().stream().map(Shape.Part::name).collect(Collectors.toSet());
        for (String name : json.keySet()) {
            if (known.contains(name)) {
                continue;
            }
            if (path.isEmpty() && readOnly.contains(name)) {
                wrong(name, "READ_ONLY", "Leave out " + name + "; Kontor sets it.");
            } else {
                String full = path.isEmpty() ? name : path + "." + name;
                wrong(full, "UNKNOWN_FIELD", "Leave out " + full + "; there is no such field here.");
            }
        }
    }

    private @Nullable Object value(@Nullable JsonValue json, Type type, String path) {
        boolean absent = json == null || json.getValueType() == JsonValue.ValueType.NULL;
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return absent ? Optional.empty() : Optional.ofNullable(value(json, argument(type, 0), path));
        }
        if (json == null || absent) {
            return whenAbsent(raw, path);
        }
        if (raw == List.class || raw == Set.class) {
            return many(json, type, path);
        }
        if (raw == Map.class) {
            return map(json, type, path);
        }
        if (raw.isRecord()) {
            return json instanceof JsonObject object ? record(object, raw, path) : wrongType(path, "an object");
        }
        if (JsonValue.class.isAssignableFrom(raw)) {
            return raw.isInstance(json) ? json : wrongType(path, "a JSON object");
        }
        return scalar(json, raw, path);
    }

    private @Nullable Object whenAbsent(Class<?> raw, String path) {
        if (raw == String.class) {
            return "";
        } else if (raw == List.class) {
            return List.of();
        } else if (raw == Set.class) {
            return Set.of();
        } else if (raw == Map.class) {
            return Map.of();
        } else if (raw == boolean.class || raw == Boolean.class) {
            return false;
        } else if (raw == JsonObject.class) {
            return JsonValue.EMPTY_JSON_OBJECT;
        } else if (raw.isRecord()) {
            return record(JsonValue.EMPTY_JSON_OBJECT, raw, path);
        }
        return wrong(path, "REQUIRED", "Give a value for " + path + ".");
    }

    private @Nullable Object many(JsonValue json, Type type, String path) {
        if (!(json instanceof JsonArray array)) {
            return wrongType(path, "a list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Object each = value(array.get(i), argument(type, 0), path + "[" + i + "]");
            if (each != null) {
                values.add(each);
            }
        }
        return raw(type) == List.class ? values : new LinkedHashSet<>(values);
    }

    private @Nullable Object map(JsonValue json, Type type, String path) {
        if (!(json instanceof JsonObject object)) {
            return wrongType(path, "an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((key, each) -> {
            Object value = value(each, argument(type, 1), path + "." + key);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private @Nullable Object scalar(JsonValue json, Class<?> raw, String path) {
        if (raw == boolean.class || raw == Boolean.class) {
            JsonValue.ValueType kind = json.getValueType();
            return kind == JsonValue.ValueType.TRUE || kind == JsonValue.ValueType.FALSE
                    ? (Object) (kind == JsonValue.ValueType.TRUE)
                    : wrongType(path, "true or false");
        }
        if (raw == long.class || raw == Long.class || raw == int.class || raw == Integer.class) {
            return whole(json, raw == int.class || raw == Integer.class, path);
        }
        if (!(json instanceof JsonString string)) {
            return wrongType(path, raw == BigDecimal.class ? "an amount as text, such as \"120.00\"" : "text");
        }
        String text = string.getString();
        if (text.indexOf('\0') >= 0) {
            return wrong(path, "WRONG_CHARACTER", "Remove the zero character from " + path + ".");
        }
        if (raw == String.class) {
            return text;
        }
        if (raw.isEnum()) {
            return constant(text, raw, path);
        }
        try {
            if (raw == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (raw == Instant.class) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            return wrong(
                    path,
                    "WRONG_TYPE",
                    raw == LocalDate.class
                            ? "Write the date as 2026-11-21."
                            : "Write the date and time as 2026-11-21T09:30:00Z.");
        }
        if (raw == BigDecimal.class) {
            return decimal(text, path);
        }
        throw new IllegalStateException("No JSON is known for " + raw + " at " + path);
    }

    private @Nullable Object whole(JsonValue json, boolean narrow, String path) {
        try {
            if (json instanceof JsonNumber number) {
                return narrow ? (Object) number.intValueExact() : (Object) number.longValueExact();
            }
        } catch (ArithmeticException e) {
            return wrongType(path, "a whole number");
        }
        return wrongType(path, "a whole number");
    }

    private @Nullable Object decimal(String text, String path) {
        try {
            return text.length() > 40 ? wrongType(path, "a shorter amount") : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return wrongType(path, "an amount as text, such as \"120.00\"");
        }
    }

    private @Nullable Object constant(String text, Class<?> type, String path) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        String names = Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", "));
        return wrong(path, "UNKNOWN_VALUE", "Choose one of " + names + ".");
    }

    private @Nullable Object wrongType(String path, String wanted) {
        return wrong(path, "WRONG_TYPE", "Give " + wanted + " for " + path + ".");
    }

    private @Nullable Object wrong(String path, String code, String message) {
        errors.add(new FieldError(path, code, message));
        return null;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
