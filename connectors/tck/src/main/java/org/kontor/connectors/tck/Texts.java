package org.kontor.connectors.tck;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds every text in a record and what it holds. */
final class Texts {

    private Texts() {}

    static Stream<String> in(Object value) {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Texts::in);
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(Texts::in);
        }
        if (value instanceof Record) {
            return Stream.of(value.getClass().getRecordComponents()).flatMap(component -> in(read(component, value)));
        }
        return Stream.empty();
    }

    static Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The SPI's records can be read", e);
        }
    }
}
