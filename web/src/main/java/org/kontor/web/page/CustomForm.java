package org.kontor.web.page;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;
import org.kontor.shared.FieldError;

/** What stands in the inputs of custom fields, whatever record they are of. */
public class CustomForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient List<CustomFieldView> fields = List.of();
    private final Map<String, String> values = new HashMap<>();
    private transient Map<String, JsonValue> before = Map.of();
    private final Set<String> numbers = new TreeSet<>();
    private Locale locale = Locale.ENGLISH;

    /**
     * Offers these fields; before {@link #fill}.
     *
     * @param language in which numbers are typed
     */
    void offer(List<CustomFieldView> offered, Locale language) {
        fields = offered;
        locale = language;
        numbers.clear();
        offered.stream()
                .filter(field -> field.kind() == CustomFieldKind.NUMBER)
                .forEach(field -> numbers.add(field.key()));
    }

    /** Puts values into the inputs. */
    void fill(Map<String, Optional<JsonValue>> given) {
        values.clear();
        before = new HashMap<>();
        given.forEach((key, value) -> value.ifPresent(v -> {
            before.put(key, v);
            values.put(key, shown(v));
        }));
    }

    private String shown(JsonValue value) {
        return value instanceof JsonNumber number
                ? TypedNumber.write(number.bigDecimalValue(), locale)
                : CustomFieldValues.text(value);
    }

    /** Numbers that cannot be read, or in more than one way; ask before {@link #given}. */
    List<FieldError> unreadable(Texts texts) {
        Typed typed = new Typed(texts);
        values.forEach((key, text) -> {
            if (numbers.contains(key) && !untouched(key, Typed.text(text))) {
                typed.amount("customFields." + key, Typed.text(text));
            }
        });
        return typed.errors();
    }

    private boolean untouched(String key, String text) {
        return Optional.ofNullable(before.get(key))
                .map(this::shown)
                .filter(text::equals)
                .isPresent();
    }

    /**
     * What the inputs say. A value that was not touched stays what it was, be it of a retired field; a number that cannot be read is given
     * as it was typed.
     */
    Map<String, Optional<JsonValue>> given() {
        Map<String, Optional<JsonValue>> custom = new HashMap<>();
        values.forEach((key, typed) -> {
            // An input that was left empty is submitted as null.
            String text = Typed.text(typed);
            custom.put(key, untouched(key, text) ? Optional.ofNullable(before.get(key)) : read(key, text));
        });
        return custom;
    }

    private Optional<JsonValue> read(String key, String text) {
        return numbers.contains(key)
                        && !text.isBlank()
                        && TypedNumber.read(text, locale) instanceof TypedNumber.Value number
                ? Optional.of(Json.createValue(number.value()))
                : CustomFieldValues.ofText(text);
    }

    /** Fields to be filled. */
    public List<CustomFieldView> getFields() {
        return fields;
    }

    /** What stands in the inputs, by key. */
    public Map<String, String> getValues() {
        return values;
    }
}
