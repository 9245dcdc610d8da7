package org.kontor.web.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import org.kontor.shared.JsonWriter;
import org.kontor.shared.Shape;

/** JSON Merge Patch (RFC 7396) on records. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * What {@code draft} becomes when the patch is brought in.
     *
     * @param patch fields to set; {@code null} removes a value
     * @param view what the caller saw; fields that stand here and not in the draft are read-only
     * @param draft what can be said, as it is now
     */
    public static <T extends Record> T apply(JsonObject patch, Record view, T draft) {
        JsonObject patched = JsonWriter.JSON
                .createMergePatch(patch)
                .apply(JsonWriter.object(draft))
                .asJsonObject();
        Set<String> readOnly = new HashSet<>();
        Shape.of(view.getClass()).visible().forEach(part -> readOnly.add(part.name()));
        JsonObject named = nullsKept(patch, patched);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) draft.getClass();
        return JsonReader.read(named, type, readOnly);
    }

    /** A patch removes what it sets to null, so an unknown field set to null would pass unseen: it is put back. */
    private static JsonObject nullsKept(JsonObject patch, JsonObject patched) {
        JsonObjectBuilder object = JsonWriter.JSON.createObjectBuilder(patched);
        patch.forEach((name, value) -> {
            JsonValue now = patched.get(name);
            if (now == null) {
                object.addNull(name);
            } else if (value instanceof JsonObject inner && now instanceof JsonObject innerNow) {
                object.add(name, nullsKept(inner, innerNow));
            }
        });
        return object.build();
    }
}
