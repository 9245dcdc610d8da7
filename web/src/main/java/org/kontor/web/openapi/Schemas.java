package org.kontor.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createObject;

import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.kontor.shared.Shape;

/**
 * Describes records as they are read and written. What is written always has every component; of what is read only those
 * without an empty value are required.
 */
final class Schemas {

    private final Map<String, Schema> byName = new TreeMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();

    /** All that were described so far, by name. */
    Map<String, Schema> all() {
        return byName;
    }

    /** What Kontor answers. */
    Schema written(Type type) {
        return of(type, Use.WRITTEN);
    }

    /** What Kontor takes as a whole. */
    Schema read(Type type) {
        return of(type, Use.READ);
    }

    /** What Kontor takes as a change of what is there: nothing is required, and null removes. */
    Schema patch(Type type) {
        return of(type, Use.PATCH);
    }

    private enum Use {
        WRITTEN(""),
        READ("Input"),
        PATCH("Patch");

        private final String suffix;

        Use(String suffix) {
            this.suffix = suffix;
        }
    }

    private Schema of(Type type, Use use) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
        if (raw == Optional.class) {
            return nullable(of(argument(type, 0), use));
        }
        if (raw == JsonValue.class) {
            return createObject(Schema.class);
        }
        // Before lists and maps: it is a map of whatever there is.
        if (JsonValue.class.isAssignableFrom(raw)) {
            return schema(SchemaType.OBJECT);
        }
        if (Iterable.class.isAssignableFrom(raw)) {
            return schema(SchemaType.ARRAY).items(of(argument(type, 0), use));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return schema(SchemaType.OBJECT).additionalPropertiesSchema(of(argument(type, 1), use));
        }
        return raw.isRecord() ? record(raw, use) : scalar(raw);
    }

    private Schema record(Class<?> type, Use use) {
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace("$", "") + use.suffix;
        Class<?> former = types.putIfAbsent(name, type);
        if (former != null && former != type) {
            throw new IllegalStateException("Rename one of " + former + " and " + type + ": both would be " + name);
        }
        if (!byName.containsKey(name)) {
            Schema schema = schema(SchemaType.OBJECT);
            byName.put(name, schema);
            for (Shape.Part part : Shape.of(type).visible()) {
                Schema value = of(part.type(), use);
                schema.addProperty(part.name(), use == Use.WRITTEN ? value : nullable(value));
                if (use == Use.WRITTEN || (use == Use.READ && hasNoEmptyValue(part.type()))) {
                    schema.addRequired(part.name());
                }
            }
            schema.additionalPropertiesBoolean(false);
        }
        return createObject(Schema.class).ref("#/components/schemas/" + name);
    }

    /** As the reader of bodies has it: there is no empty number, date or enum. */
    private static boolean hasNoEmptyValue(Type type) {
        return type instanceof Class<?> raw
                && !raw.isRecord()
                && raw != String.class
                && raw != boolean.class
                && raw != Boolean.class
                && !JsonValue.class.isAssignableFrom(raw);
    }

    private static Schema scalar(Class<?> raw) {
        if (raw == long.class || raw == Long.class) {
            return schema(SchemaType.INTEGER).format("int64");
        } else if (raw == int.class || raw == Integer.class || raw == short.class) {
            return schema(SchemaType.INTEGER).format("int32");
        } else if (raw == double.class || raw == Double.class || raw == float.class) {
            return schema(SchemaType.NUMBER);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return schema(SchemaType.BOOLEAN);
        } else if (raw == Instant.class) {
            return schema(SchemaType.STRING).format("date-time");
        } else if (raw == LocalDate.class) {
            return schema(SchemaType.STRING).format("date");
        } else if (raw == BigDecimal.class) {
            return schema(SchemaType.STRING).pattern("^-?[0-9]+(\\.[0-9]+)?$");
        } else if (raw.isEnum()) {
            Schema schema = schema(SchemaType.STRING);
            Arrays.stream(raw.getEnumConstants()).forEach(c -> schema.addEnumeration(((Enum<?>) c).name()));
            return schema;
        }
        return schema(SchemaType.STRING);
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return createObject(Schema.class).nullable(true).addAllOf(schema);
        }
        if (schema.getEnumeration() != null) {
            schema.addEnumeration(null);
        }
        return schema.nullable(true);
    }

    private static Schema schema(SchemaType type) {
        return createObject(Schema.class).type(type);
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType p ? p.getActualTypeArguments()[index] : Object.class;
    }
}
