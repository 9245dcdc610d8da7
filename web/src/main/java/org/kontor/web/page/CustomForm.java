package org.kontor.web.page;

import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kontor.settings.CustomFieldValues;
import org.kontor.settings.CustomFieldView;

/** What stands in the inputs of custom fields, whatever record they are of. */
public class CustomForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient List<CustomFieldView> fields = List.of();
    private final Map<String, String> values = new HashMap<>();
    private transient Map<String, JsonValue> before = Map.of();

    /** Offers these fields. */
    void offer(List<CustomFieldView> offered) {
        fields = offered;
    }

    /** Puts values into the inputs. */
    void fill(Map<String, Optional<JsonValue>> given) {
        values.clear();
        before = new HashMap<>();
        given.forEach((key, value) -> value.ifPresent(v -> {
            before.put(key, v);
            values.put(key, CustomFieldValues.text(v));
        }));
    }

    /** What the inputs say. A value that was not touched stays what it was, be it of a retired field. */
    Map<String, Optional<JsonValue>> given() {
        Map<String, Optional<JsonValue>> custom = new HashMap<>();
        values.forEach((key, typed) -> {
            // An input that was left empty is submitted as null.
            String text = Objects.requireNonNullElse(typed, "");
            Optional<JsonValue> old = Optional.ofNullable(before.get(key));
            boolean same = old.map(CustomFieldValues::text).filter(text::equals).isPresent();
            custom.put(key, same ? old : CustomFieldValues.ofText(text));
        });
        return custom;
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
