package org.kontor.connectors.docuseal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.connectors.support.Exchange;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService.Progress;
import org.kontor.spi.SignatureService.Requested;
import org.kontor.spi.SignatureService.SignerProgress;
import org.kontor.spi.SignatureService.SignerState;
import org.kontor.spi.SignatureService.State;

/**
 * Reads what DocuSeal tells: a submission is a request for signatures, a submitter one of its signers.
 *
 * <p>Every method throws IllegalArgumentException for what has not the documented form.
 */
final class Submissions {

    private Submissions() {}

    /** How DocuSeal knows a signer by our key: the first is 1. */
    static String externalId(IdempotencyKey key, int number) {
        return "kontor-" + key.value() + "-" + number;
    }

    static JsonObject object(Exchange.Answered answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("The reply is no JSON object", e);
        }
    }

    /** A page of a list. */
    static List<JsonObject> list(Exchange.Answered answer) {
        return objects(object(answer), "data");
    }

    static Requested requested(JsonObject submission) {
        return new Requested(
                new RemoteRef(number(submission, "id"), ""),
                submitters(submission).stream()
                        .map(submitter -> number(submitter, "id"))
                        .toList());
    }

    static Progress progress(JsonObject submission) {
        return new Progress(
                state(submission),
                submitters(submission).stream().map(Submissions::signer).toList(),
                declineReason(submission));
    }

    /** What is complete or declined stays so in the archive, into which everything comes at last. */
    static State state(JsonObject submission) {
        String status = text(submission, "status");
        if (status.equals("completed")) {
            return State.COMPLETED;
        } else if (status.equals("declined")) {
            return State.DECLINED;
        } else if (!text(submission, "archived_at").isEmpty()) {
            return State.WITHDRAWN;
        } else if (status.equals("expired")) {
            return State.EXPIRED;
        } else if (status.equals("pending")) {
            return State.SENT;
        }
        throw new IllegalArgumentException("A submission has no such status");
    }

    /** Where the signed files are. */
    static List<String> files(JsonObject documents) {
        return objects(documents, "documents").stream()
                .map(document -> text(document, "url"))
                .toList();
    }

    /** A text; empty when it is not there or null. */
    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** A number that must be there, as text. */
    static String number(JsonObject object, String name) {
        if (object.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.bigIntegerValue().toString();
        }
        throw new IllegalArgumentException("The reply lacks " + name);
    }

    private static SignerProgress signer(JsonObject submitter) {
        String id = number(submitter, "id");
        Optional<Instant> declined = time(submitter, "declined_at");
        Optional<Instant> completed = time(submitter, "completed_at");
        Optional<Instant> opened = time(submitter, "opened_at");
        Optional<Instant> sent = time(submitter, "sent_at");
        if (declined.isPresent()) {
            return new SignerProgress(id, SignerState.DECLINED, declined);
        } else if (completed.isPresent()) {
            return new SignerProgress(id, SignerState.SIGNED, completed);
        } else if (opened.isPresent()) {
            return new SignerProgress(id, SignerState.OPENED, opened);
        }
        return new SignerProgress(id, sent.isPresent() ? SignerState.SENT : SignerState.WAITING, sent);
    }

    /** In the order of our request, which the end of the external id tells. */
    private static List<JsonObject> submitters(JsonObject submission) {
        List<JsonObject> all = objects(submission, "submitters");
        if (all.isEmpty()) {
            throw new IllegalArgumentException("A submission without submitters");
        }
        return all.stream().sorted(Comparator.comparingInt(Submissions::place)).toList();
    }

    private static int place(JsonObject submitter) {
        String externalId = text(submitter, "external_id");
        return externalId.matches("kontor-.*-[0-9]{1,4}")
                ? Integer.parseInt(externalId.substring(externalId.lastIndexOf('-') + 1))
                : Integer.MAX_VALUE;
    }

    private static String declineReason(JsonObject submission) {
        if (!(submission.get("submission_events") instanceof JsonArray)) {
            return "";
        }
        return objects(submission, "submission_events").stream()
                .filter(event -> text(event, "event_type").equals("decline_form"))
                .map(event -> event.get("data") instanceof JsonObject data ? text(data, "reason") : "")
                .filter(reason -> !reason.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<Instant> time(JsonObject object, String name) {
        String text = text(object, name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A time has another form", e);
        }
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        if (object.get(name) instanceof JsonArray array) {
            return array.stream().map(JsonValue::asJsonObject).toList();
        }
        throw new IllegalArgumentException("The reply lacks " + name);
    }
}
