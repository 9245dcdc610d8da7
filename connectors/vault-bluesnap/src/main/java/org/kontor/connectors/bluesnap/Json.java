package org.kontor.connectors.bluesnap;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.kontor.connectors.support.Exchange;
import org.kontor.spi.Amount;

/**
 * Reads BlueSnap's JSON. Its JSON was made from XML: numbers come as numbers or as texts, and a list of one may come as the
 * one alone.
 */
final class Json {

    private Json() {}

    /**
     * The reply as an object.
     *
     * @throws IllegalArgumentException when it is none
     */
    static JsonObject object(Exchange.Answered answer) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(answer.text()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("The reply is no JSON object", e);
        }
    }

    /** A text or a number as text; empty when it is not there. */
    static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof JsonNumber number ? number.toString() : "";
    }

    /**
     * A text or a number that must be there.
     *
     * @throws IllegalArgumentException when it is not
     */
    static String needed(JsonObject object, String name) {
        String text = text(object, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException("The reply lacks " + name);
        }
        return text;
    }

    /** The object of this name; an empty one when it is not there. */
    static JsonObject inner(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The objects of this name, whether they came as a list or one alone. */
    static List<JsonObject> list(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonObject one) {
            return List.of(one);
        }
        if (value instanceof JsonArray several) {
            return several.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .toList();
        }
        return List.of();
    }

    /**
     * {@code amount} and {@code currency} of an object.
     *
     * @throws IllegalArgumentException when one is missing or the currency is unknown
     */
    static Amount amount(JsonObject object) {
        return Amount.of(needed(object, "amount"), needed(object, "currency"));
    }
}
