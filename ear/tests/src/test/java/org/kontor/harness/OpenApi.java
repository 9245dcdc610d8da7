package org.kontor.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The served OpenAPI document: its operations, sample bodies, and whether an answer is as it says. */
public final class OpenApi {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern METHOD = Pattern.compile("get|put|post|delete|patch|head");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /** Asks this server for it. */
    public OpenApi(Api api) {
        document = api.anonymous()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200)
                .json();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHOD.matcher(operation.getKey()).matches()) {
                        operations.add(new Operation(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
                    }
                }));
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }

    /** One operation. */
    public record Operation(String method, String path, JsonNode definition) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** All of them. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The one with this template of a path; fails when there is none. */
    public Operation operation(String method, String path) {
        return operations().stream()
                .filter(o -> o.method().equals(method) && o.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The document has no " + method + " " + path));
    }

    /** The one that answers a request; empty when the document knows none, so that it has to be refused. */
    Optional<Operation> answering(String method, String path) {
        return operations().stream()
                .filter(o -> o.method().equals(method))
                .filter(o -> path.matches(o.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(
                        o -> o.path().chars().filter(c -> c == '{').count()));
    }

    /** The smallest body that the schema allows. */
    public JsonNode sample(JsonNode schema) {
        JsonNode s = resolved(schema);
        if (s.has("enum")) {
            return s.path("enum").get(0);
        }
        switch (s.path("type").asText()) {
            case "integer", "number":
                return NODES.numberNode(1);
            case "boolean":
                return NODES.booleanNode(false);
            case "string":
                return NODES.textNode(s.path("format").asText().equals("date") ? "2026-11-21" : "x");
            case "array":
                return NODES.arrayNode();
            default:
                ObjectNode object = NODES.objectNode();
                s.path("required")
                        .forEach(name -> object.set(
                                name.asText(), sample(s.path("properties").path(name.asText()))));
                return object;
        }
    }

    /** What in the answer is not as the operation says; empty when all is. */
    public List<String> differences(Operation operation, Api.Reply reply) {
        JsonNode responses = operation.definition().path("responses");
        String status = Integer.toString(reply.status());
        JsonNode response = responses.has(status) ? responses.path(status) : responses.path("default");
        List<String> found = new ArrayList<>();
        if (reply.status() < 400 && !responses.has(status)) {
            found.add("status " + status + " is not documented");
        }
        String type = reply.header("Content-Type").orElse("").split(";", 2)[0];
        if (reply.body().isEmpty()) {
            if (response.has("content")) {
                found.add("no body, but one is documented");
            }
        } else if (!response.path("content").has(type)) {
            found.add("media type " + type + " is not documented for " + status);
        } else if (type.endsWith("json")) {
            check(response.path("content").path(type).path("schema"), reply.json(), "", found);
        }
        return found;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> found) {
        JsonNode s = resolved(schema);
        if (value.isNull()) {
            if (!s.path("nullable").asBoolean(false)) {
                found.add(at + " is null");
            }
            return;
        }
        s.path("allOf").forEach(part -> check(part, value, at, found));
        if (s.has("enum") && !contains(s.path("enum"), value)) {
            found.add(at + " is " + value + ", which is not in " + s.path("enum"));
        }
        if (s.has("type") && !isOf(s.path("type").asText(), s.path("format").asText(), value)) {
            found.add(at + " is " + value + " and not " + s.path("type") + " " + s.path("format"));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(s.path("items"), value.get(i), at + "/" + i, found);
            }
        } else if (value.isObject()) {
            object(s, value, at, found);
        }
    }

    private void object(JsonNode s, JsonNode value, String at, List<String> found) {
        s.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(at + "/" + name.asText() + " is missing");
            }
        });
        boolean closed = s.has("additionalProperties")
                && s.path("additionalProperties").isBoolean()
                && !s.path("additionalProperties").asBoolean();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = s.path("properties").path(field.getKey());
            String below = at + "/" + field.getKey();
            if (!known.isMissingNode()) {
                check(known, field.getValue(), below, found);
            } else if (closed) {
                found.add(below + " is not documented");
            } else if (s.path("additionalProperties").isObject()) {
                check(s.path("additionalProperties"), field.getValue(), below, found);
            }
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode each : list) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(String type, String format, JsonNode value) {
        try {
            switch (type + ":" + format) {
                case "string:date":
                    LocalDate.parse(value.asText());
                    return value.isTextual();
                case "string:date-time":
                    Instant.parse(value.asText());
                    return value.isTextual();
                default:
                    return switch (type) {
                        case "string" -> value.isTextual();
                        case "integer" -> value.isIntegralNumber();
                        case "number" -> value.isNumber();
                        case "boolean" -> value.isBoolean();
                        case "array" -> value.isArray();
                        case "object" -> value.isObject();
                        default -> false;
                    };
            }
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asText("");
        return ref.isEmpty() ? schema : document.at(ref.substring(1));
    }
}
