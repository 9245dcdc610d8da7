package org.kontor.shared;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON and back, for a column of the database that only Kontor writes: journals outlive a change of the record, so a
 * component that the JSON does not have is read as its empty value.
 */
public final class RecordJson {

    /** Asked for once: the static methods of {@code Json} look for a provider on the class path with each value. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private RecordJson() {}

    /** The record as JSON. */
    public static String write(Record value) {
        return object(value).build().toString();
    }

    /** The record that {@link #write} wrote. */
    public static <T extends Record> T read(Class<T> type, String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return type.cast(record(type, reader.readObject()));
        }
    }

    private static JsonObjectBuilder object(Record value) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        try {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                object.add(component.getName(), value(component.getAccessor().invoke(value)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return object;
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordJson::value).orElse(JsonValue.NULL);
        }
        if (value instanceof Record nested) {
            return object(nested).build();
        }
        if (value instanceof Collection<?> all) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            all.forEach(each -> array.add(value(each)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            map.forEach((key, each) -> object.add(String.valueOf(key), value(each)));
            return object.build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Long || value instanceof Integer) {
            return JSON.createValue(((Number) value).longValue());
        }
        return JSON.createValue(value.toString());
    }

    private static Object record(Class<?> type, Map<String, JsonValue> object) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(c -> read(c.getGenericType(), object.getOrDefault(c.getName(), JsonValue.NULL)))
                    .toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Type type, JsonValue json) {
        if (type instanceof ParameterizedType of) {
            return generic(of, json);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, json == JsonValue.NULL ? Map.of() : json.asJsonObject());
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return json == JsonValue.TRUE;
        }
        if (plain == long.class || plain == Long.class) {
            return json instanceof JsonNumber number ? number.longValue() : 0L;
        }
        if (plain == int.class || plain == Integer.class) {
            return json instanceof JsonNumber number ? number.intValue() : 0;
        }
        if (plain == JsonValue.class) {
            return json;
        }
        String text = json instanceof JsonString string ? string.getString() : "";
        if (plain == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (plain.isEnum()) {
            return Stream.of(plain.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(plain + " has no " + text));
        }
        return text;
    }

    private static Object generic(ParameterizedType type, JsonValue json) {
        Type[] arguments = type.getActualTypeArguments();
        boolean absent = json == JsonValue.NULL;
        if (type.getRawType() == Optional.class) {
            return absent ? Optional.empty() : Optional.of(read(arguments[0], json));
        }
        if (Map.class.isAssignableFrom((Class<?>) type.getRawType())) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (!absent) {
                json.asJsonObject().forEach((key, each) -> map.put(key, read(arguments[1], each)));
            }
            return map;
        }
        Stream<Object> all = absent ? Stream.of() : json.asJsonArray().stream().map(each -> read(arguments[0], each));
        return java.util.Set.class.isAssignableFrom((Class<?>) type.getRawType())
                ? all.collect(Collectors.toCollection(LinkedHashSet::new))
                : all.toList();
    }
}
