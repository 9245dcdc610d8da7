package org.kontor.connectors.docuseal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;
import org.kontor.spi.SignatureService.SignerState;

/**
 * DocuSeal in memory, in the shapes of its OpenAPI description and, where that is silent, as its published sources do: the README of
 * the connector tells which is which.
 */
final class DocusealStub implements Function<Request, Reply> {

    static final String KEY = "kit-api-key";
    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final String NOW = "2026-03-01T09:00:00.123Z";

    private final Map<Integer, Submission> submissions = new TreeMap<>();
    private int count = 1000;

    /** What was asked for last. */
    synchronized JsonObject lastBody() {
        return ((TreeMap<Integer, Submission>) submissions).lastEntry().getValue().body;
    }

    byte[] received(String id) {
        return file(submission(id).body, 0);
    }

    static byte[] signedFile(String id) {
        return ("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3 signed " + id).getBytes(StandardCharsets.ISO_8859_1);
    }

    synchronized void act(String id, String signer, SignerState what) {
        Submission submission = submission(id);
        Submitter acting = submission.submitters.stream()
                .filter(submitter -> signer.equals("" + submitter.id))
                .findFirst()
                .orElseThrow();
        acting.times.put(
                switch (what) {
                    case OPENED -> "opened_at";
                    case SIGNED -> "completed_at";
                    case DECLINED -> "declined_at";
                    default -> "sent_at";
                },
                NOW);
        if (what == SignerState.SIGNED) {
            submission.submitters.stream()
                    .filter(submitter -> !submitter.times.containsKey("sent_at"))
                    .findFirst()
                    .ifPresent(next -> next.times.put("sent_at", NOW));
        }
    }

    synchronized void letExpire(String id) {
        submission(id).expired = true;
    }

    synchronized void archive(String id) {
        submission(id).archived = true;
    }

    private Submission submission(String id) {
        return submissions.get(Integer.parseInt(id));
    }

    @Override
    public synchronized Reply apply(Request request) {
        String[] path = request.uri().getPath().substring(1).split("/");
        if (path[0].equals("file")) {
            return request.header("x-auth-token").isEmpty()
                    ? Reply.file(signedFile(path[1]))
                    : error(400, "The key must not come here");
        }
        if (!request.header("x-auth-token").equals(KEY)) {
            return error(401, "Not authenticated");
        }
        String what = request.method() + " " + String.join("/", path).replaceAll("[0-9]+", "*");
        return switch (what) {
            case "GET submissions" -> list(List.of());
            case "GET submitters" -> submitters(request.uri().getQuery());
            case "POST submissions/pdf" -> create(json(request));
            case "GET submissions/*" -> known(path[1], submission -> ok(submission.json(request)));
            case "GET submissions/*/documents" -> known(path[1], submission -> ok(submission.documents(request)));
            case "DELETE submissions/*" ->
                known(path[1], submission -> {
                    submission.archived = true;
                    return ok(object().add("id", submission.id).add("archived_at", NOW));
                });
            case "PUT submitters/*" -> remind(Integer.parseInt(path[1]), json(request));
            default -> error(404, "Not found");
        };
    }

    private Reply create(JsonObject body) {
        List<String> roles = new ArrayList<>();
        for (JsonObject submitter : body.getJsonArray("submitters").getValuesAs(JsonObject.class)) {
            roles.add(submitter.getString("role"));
        }
        List<String> withoutPlace = new ArrayList<>(roles);
        for (int i = 0; i < body.getJsonArray("documents").size(); i++) {
            String text = new String(file(body, i), StandardCharsets.ISO_8859_1);
            if (!text.startsWith("%PDF-")) {
                return error(422, "Invalid PDF");
            }
            Matcher tags = TAG.matcher(text);
            for (MatchResult tag : tags.results().toList()) {
                Map<String, String> attributes = attributes(tag.group(1));
                if (!roles.contains(attributes.get("role"))) {
                    return error(422, "Unknown role in " + tag.group());
                }
                if ("signature".equals(attributes.get("type"))) {
                    withoutPlace.remove(attributes.get("role"));
                }
            }
        }
        if (!withoutPlace.isEmpty()) {
            return error(422, "PDF does not contain fields for " + withoutPlace);
        }
        Submission submission = new Submission(++count, body);
        submissions.put(submission.id, submission);
        JsonObjectBuilder told = object().add("id", submission.id)
                .add("name", body.getString("name"))
                .add("submitters", submission.submitters(submitter -> true))
                .add("source", "api")
                .add("submitters_order", body.getString("order"))
                .add("status", "pending")
                .add("expire_at", body.getOrDefault("expire_at", JsonValue.NULL))
                .add("created_at", NOW);
        return ok(told);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new TreeMap<>();
        for (String part : tag.split(";")) {
            int equals = part.indexOf('=');
            attributes.put(equals < 0 ? "name" : part.substring(0, equals), part.substring(equals + 1));
        }
        return attributes;
    }

    private Reply submitters(String query) {
        String externalId = query.replaceAll(".*external_id=([^&]*).*", "$1");
        List<JsonObject> found = new ArrayList<>();
        submissions
                .values()
                .forEach(submission -> submission
                        .submitters(submitter -> submitter.externalId.equals(externalId))
                        .build()
                        .forEach(submitter -> found.add(submitter.asJsonObject())));
        return list(found);
    }

    private Reply remind(int id, JsonObject body) {
        for (Submission submission : submissions.values()) {
            for (Submitter submitter : submission.submitters) {
                if (submitter.id == id) {
                    return submitter.times.containsKey("completed_at") || !body.getBoolean("send_email", false)
                            ? error(422, "Submitter has already completed the submission.")
                            : ok(object().add("id", id).add("submission_id", submission.id));
                }
            }
        }
        return error(404, "Submitter not found");
    }

    private Reply known(String id, Function<Submission, Reply> answer) {
        Submission submission = submission(id);
        return submission == null ? error(404, "Submission not found") : answer.apply(submission);
    }

    private static Reply list(List<JsonObject> items) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        items.forEach(data::add);
        return ok(object().add("data", data).add("pagination", object().add("count", items.size())));
    }

    static Reply error(int status, String words) {
        return new Reply(status, object().add("error", words).build().toString());
    }

    private static Reply ok(JsonObjectBuilder body) {
        return new Reply(200, body.build().toString());
    }

    private static byte[] file(JsonObject body, int index) {
        String text = body.getJsonArray("documents").getJsonObject(index).getString("file");
        return Base64.getDecoder().decode(text);
    }

    private static JsonObject json(Request request) {
        try (JsonReader reader = Json.createReader(new StringReader(request.body()))) {
            return reader.readObject();
        }
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    /** One request for signatures. */
    private static final class Submission {

        private final int id;
        private final JsonObject body;
        private final List<Submitter> submitters = new ArrayList<>();
        private boolean archived;
        private boolean expired;

        Submission(int id, JsonObject body) {
            this.id = id;
            this.body = body;
            boolean all = body.getString("order").equals("random");
            for (JsonObject asked : body.getJsonArray("submitters").getValuesAs(JsonObject.class)) {
                Submitter submitter = new Submitter(id * 100 + submitters.size(), asked);
                if (all || submitters.isEmpty()) {
                    submitter.times.put("sent_at", NOW);
                }
                submitters.add(submitter);
            }
        }

        String status() {
            if (submitters.stream().anyMatch(submitter -> submitter.times.containsKey("declined_at"))) {
                return "declined";
            }
            boolean complete = submitters.stream().allMatch(submitter -> submitter.times.containsKey("completed_at"));
            return complete ? "completed" : expired ? "expired" : "pending";
        }

        JsonObjectBuilder json(Request request) {
            boolean complete = status().equals("completed");
            JsonValue audit = complete ? Json.createValue(link(request, "audit-log.pdf")) : JsonValue.NULL;
            JsonArrayBuilder events = Json.createArrayBuilder();
            if (status().equals("declined")) {
                events.add(object().add("event_type", "decline_form")
                        .add("data", object().add("reason", "The rent is too high")));
            }
            return object().add("id", id)
                    .add("name", body.getString("name"))
                    .add("status", status())
                    .add("audit_log_url", audit)
                    .add("archived_at", archived ? Json.createValue(NOW) : JsonValue.NULL)
                    .add("submission_events", events)
                    .add("submitters", submitters(submitter -> true));
        }

        /** Last first, since DocuSeal promises no order. */
        JsonArrayBuilder submitters(Predicate<Submitter> which) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            submitters.stream().filter(which).forEach(submitter -> list.add(0, submitter.json(id)));
            return list;
        }

        JsonObjectBuilder documents(Request request) {
            JsonArrayBuilder files = Json.createArrayBuilder();
            files.add(object().add("name", "document").add("url", link(request, "document.pdf")));
            if (!String.valueOf(request.uri().getQuery()).contains("merge=true")) {
                files.add(object().add("name", "signatures").add("url", link(request, "signatures.pdf")));
            }
            return object().add("id", id).add("documents", files);
        }

        private String link(Request request, String name) {
            return "http://" + request.header("host") + "/file/" + id + "/" + name;
        }
    }

    /** One signer. */
    private static final class Submitter {

        private final int id;
        private final String externalId;
        private final JsonObject asked;
        private final Map<String, String> times = new TreeMap<>();

        Submitter(int id, JsonObject asked) {
            this.id = id;
            this.asked = asked;
            externalId = asked.getString("external_id");
        }

        JsonObjectBuilder json(int submission) {
            JsonObjectBuilder json = object().add("id", id)
                    .add("submission_id", submission)
                    .add("name", asked.getString("name"))
                    .add("email", asked.getString("email").toLowerCase(Locale.ROOT))
                    .add("external_id", externalId);
            for (String name : List.of("sent_at", "opened_at", "completed_at", "declined_at")) {
                String time = times.getOrDefault(name, "");
                json.add(name, time.isEmpty() ? JsonValue.NULL : Json.createValue(time));
            }
            return json;
        }
    }
}
