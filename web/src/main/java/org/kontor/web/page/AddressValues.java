package org.kontor.web.page;

import java.io.Serializable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stands in the address of a report or list. What cannot be read narrows nothing, and is said. */
final class AddressValues implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> values = new HashMap<>();
    private final ArrayList<String> wrong = new ArrayList<>();
    private final String messages;

    /** @param messages beginning of the keys of what is said, such as {@code aging.wrong.} */
    AddressValues(String messages) {
        this.messages = messages;
    }

    /** Reads a value; empty for none, or for one that is wrong. */
    <T> Optional<T> read(String name, Texts texts, Function<String, T> reader) {
        try {
            return Optional.of(value(name)).filter(v -> !v.isEmpty()).map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            String message = texts.of(messages + name);
            if (!wrong.contains(message)) {
                wrong.add(message);
            }
            return Optional.empty();
        }
    }

    /** A value as it stands there; empty for none. */
    String value(String name) {
        String value = values.get(name);
        return value == null ? "" : value.strip();
    }

    /** What one value names, with what another one says of it; nothing unless both are there. */
    Map<String, String> pair(String key, String value) {
        return value(key).isEmpty() || value(value).isEmpty() ? Map.of() : Map.of(value(key), value(value));
    }

    /** All values, for the address to be written into. */
    Map<String, String> all() {
        return values;
    }

    /** What is wrong, for the reader. */
    List<String> wrong() {
        return wrong;
    }
}
