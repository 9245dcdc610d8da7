package org.kontor.shared;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns records, and what they are made of, into JSON. */
public final class JsonWriter {

    /** The provider of JSON, asked for once: the static methods of {@code Json} look for a provider on the class path with each value. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonWriter() {}

    /** The JSON of a record. */
    public static JsonObject object(Record value) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        for (Shape.Part part : Shape.of(value.getClass()).visible()) {
            object.add(part.name(), write(part.valueOf(value)));
        }
        return object.build();
    }

    /**
     * The JSON of a value: records, iterables, maps with text keys, optionals, enums, numbers, truth values, JSON itself; anything
     * else by its text.
     */
    public static JsonValue write(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? write(optional.get()) : JsonValue.NULL;
        }
        if (value instanceof Record record) {
            return object(record);
        }
        if (value instanceof Iterable<?> many) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            many.forEach(each -> array.add(write(each)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            map.forEach((key, each) -> object.add(String.valueOf(key), write(each)));
            return object.build();
        }
        return scalar(value);
    }

    private static JsonValue scalar(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Double || value instanceof Float) {
            return JSON.createValue(((Number) value).doubleValue());
        }
        if (value instanceof BigDecimal amount) {
            return JSON.createValue(amount.toPlainString());
        }
        if (value instanceof Enum<?> constant) {
            return JSON.createValue(constant.name());
        }
        return JSON.createValue(value.toString());
    }
}
