package org.kontor.web.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.importing.ImportChoice;
import org.kontor.importing.ImportMapping;
import org.kontor.importing.ImportReading;
import org.kontor.importing.MatchBy;
import org.kontor.importing.OnDuplicate;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.web.json.JsonReader;

/**
 * The parts of an upload, as strictly read as a JSON body.
 *
 * @param file the file
 * @param choice how to import it
 * @param reading what is known of its text
 * @param start whether to start at once
 */
record ImportForm(EntityPart file, ImportChoice choice, ImportReading reading, boolean start) {

    private static final int MAX_TEXT = 200_000;

    static ImportForm of(List<EntityPart> parts, boolean dryRunAsked) {
        Optional<EntityPart> file = Optional.empty();
        Map<String, String> texts = new TreeMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (EntityPart part : parts) {
            switch (part.getName()) {
                case "file" -> file = Optional.of(part);
                case "format", "onDuplicate", "matchBy", "dryRun", "start", "mapping", "charset", "delimiter" ->
                    texts.put(part.getName(), text(part));
                default ->
                    errors.add(new FieldError(
                            part.getName(),
                            "UNKNOWN_FIELD",
                            "Remove the part " + part.getName() + ": it is not known."));
            }
        }
        if (file.isEmpty()) {
            errors.add(new FieldError("file", "REQUIRED", "Add the file as part \"file\"."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return new ImportForm(
                file.orElseThrow(),
                new ImportChoice(
                        Optional.of(texts.getOrDefault("format", "")).filter(f -> !f.isBlank()),
                        choice("onDuplicate", OnDuplicate.class, texts.getOrDefault("onDuplicate", ""))
                                .orElse(OnDuplicate.SKIP),
                        Arrays.stream(texts.getOrDefault("matchBy", "").split(",", -1))
                                .flatMap(name -> choice("matchBy", MatchBy.class, name).stream())
                                .collect(Collectors.toSet()),
                        truth("dryRun", texts.getOrDefault("dryRun", Boolean.toString(dryRunAsked))),
                        mapping(texts.getOrDefault("mapping", ""))),
                new ImportReading(texts.getOrDefault("charset", ""), texts.getOrDefault("delimiter", "")),
                truth("start", texts.getOrDefault("start", "true")));
    }

    /**
     * A mapping as JSON: column to field, or the whole of {@link ImportMapping} when that is the one object with
     * {@code columns}.
     */
    private static Optional<ImportMapping> mapping(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        JsonObject json;
        try {
            json = JsonBodyReader.parse(text).asJsonObject();
        } catch (JsonException | ClassCastException e) {
            throw AppException.invalid(
                    "mapping", "NOT_JSON", "Write the mapping as a JSON object, such as {\"E-Mail\": \"email\"}.");
        }
        boolean whole = json.get("columns") instanceof JsonObject;
        JsonObject mapping =
                whole ? json : Json.createObjectBuilder().add("columns", json).build();
        return Optional.of(JsonReader.read(mapping, ImportMapping.class, Set.of()));
    }

    /** The file of an upload that has nothing else. */
    static EntityPart file(List<EntityPart> parts) {
        List<FieldError> errors = parts.stream()
                .map(EntityPart::getName)
                .filter(name -> !name.equals("file"))
                .map(name -> new FieldError(name, "UNKNOWN_FIELD", "Remove the part " + name + ": it is not known."))
                .toList();
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return parts.stream()
                .findFirst()
                .orElseThrow(() -> AppException.invalid("file", "REQUIRED", "Add the file as part \"file\"."));
    }

    static boolean truth(String field, String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw AppException.invalid(field, "NOT_A_CHOICE", "Choose true or false for " + field + ".");
        };
    }

    static <E extends Enum<E>> Optional<E> choice(String field, Class<E> type, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        field,
                        "NOT_A_CHOICE",
                        "Choose one of " + Arrays.toString(type.getEnumConstants()) + " for " + field + ".")));
    }

    static String text(EntityPart part) {
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
