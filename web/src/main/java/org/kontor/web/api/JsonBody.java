package org.kontor.web.api;

import jakarta.json.JsonObject;
import java.util.Set;
import org.kontor.shared.JsonWriter;
import org.kontor.web.json.JsonReader;
import org.kontor.web.json.MergePatch;

/**
 * A JSON object sent by the caller, not yet read into a record.
 *
 * @param json what was sent
 * @param type the record it is meant for
 * @param <T> the record it is meant for
 */
public record JsonBody<T extends Record>(JsonObject json, Class<T> type) {

    /** Media type of a JSON Merge Patch (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** The record, when every field has its usual default. */
    public T read() {
        return JsonReader.read(json, type, Set.of());
    }

    /** The record; fields that were not sent are as in the template. */
    public T over(T template) {
        return MergePatch.apply(json, template, template);
    }

    /**
     * The draft with the patch brought in.
     *
     * @param view what a GET shows now; its fields that are not in the draft are refused as read-only
     * @param draft what can be said, as it is now
     */
    public T patch(Record view, T draft) {
        return MergePatch.apply(json, view, draft);
    }

    /** The text form is for the log: it must not show what was sent. */
    @Override
    public String toString() {
        return "JsonBody[" + type.getSimpleName() + " " + JsonWriter.write(json.keySet()) + "]";
    }
}
