package org.kontor.shared;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of a record class as the REST contract sees them; looked up once per class. */
public final class Shape {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final List<Part> parts;
    private final Constructor<?> constructor;

    private Shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        parts = Arrays.stream(components).map(Part::new).toList();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** The shape of a record class. */
    public static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The components that stand in JSON, in the order of the record. */
    public List<Part> visible() {
        return parts.stream().filter(p -> !p.hidden).toList();
    }

    /** All components, in the order of the record. */
    public List<Part> all() {
        return parts;
    }

    /**
     * Makes a record.
     *
     * @param values of all components, in the order of the record
     */
    public Object construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One component of a record. */
    public static final class Part {
        private final String name;
        private final Type type;
        private final Method accessor;
        private final boolean hidden;

        private Part(RecordComponent component) {
            accessor = component.getAccessor();
            accessor.setAccessible(true);
            JsonbProperty property = accessor.getAnnotation(JsonbProperty.class);
            name = property == null || property.value().isEmpty() ? component.getName() : property.value();
            type = component.getGenericType();
            hidden = accessor.isAnnotationPresent(JsonbTransient.class);
        }

        /** Name in JSON. */
        public String name() {
            return name;
        }

        /** Java type, with its type arguments. */
        public Type type() {
            return type;
        }

        /** Whether it stays out of JSON. */
        public boolean hidden() {
            return hidden;
        }

        /** Its value in a record. */
        public @Nullable Object valueOf(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
