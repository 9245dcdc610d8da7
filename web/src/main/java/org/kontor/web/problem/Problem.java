package org.kontor.web.problem;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.JsonWriter;

/**
 * An error answer (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable code in upper snake case
 * @param detail what to do, in the user's words
 * @param errors the fields concerned
 * @param waitSeconds after how many seconds it may be tried again; 0 when nothing is said about it
 * @param incident under which the log has more; only for Kontor's own faults
 */
public record Problem(
        int status, String code, String detail, List<FieldError> errors, long waitSeconds, Optional<String> incident) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What a service refused. */
    public static Problem of(AppException e) {
        String detail = e.getMessage() == null ? "" : e.getMessage();
        return new Problem(status(e.kind()), e.code(), detail, e.errors(), e.waitSeconds(), Optional.empty());
    }

    /** A refusal that concerns no field. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), 0, Optional.empty());
    }

    /** Kontor's own fault; the log has it under the incident. */
    public static Problem bug(String incident) {
        return new Problem(
                500,
                "UNEXPECTED",
                "Try again; if it stays, tell your administrator the incident " + incident + ".",
                List.of(),
                0,
                Optional.of(incident));
    }

    /** There is nothing at this address. */
    public static Problem absent() {
        return of(404, "NOT_FOUND", "Check the address: there is nothing here.");
    }

    /** The same, said otherwise: what to do, and what is wrong with each field. */
    public Problem said(UnaryOperator<String> otherwise) {
        return new Problem(
                status,
                code,
                otherwise.apply(detail),
                errors.stream()
                        .map(each -> new FieldError(each.field(), each.code(), otherwise.apply(each.message())))
                        .toList(),
                waitSeconds,
                incident);
    }

    /** The HTTP status of a kind of refusal. */
    public static int status(ErrorKind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case ABSENT -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case INVALID -> 422;
            case TOO_MANY -> 429;
            case REMOTE -> 502;
            case BUG -> 500;
        };
    }

    /** The answer's body. */
    public JsonObject body() {
        JsonObjectBuilder json = JsonWriter.JSON
                .createObjectBuilder()
                .add(
                        "type",
                        "urn:kontor:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("title", title())
                .add("status", status)
                .add("detail", detail)
                .add("code", code)
                .add("errors", JsonWriter.write(errors))
                .add("requestId", RequestId.current());
        incident.ifPresent(id -> json.add("incident", id));
        return json.build();
    }

    private String title() {
        Response.StatusType known = Response.Status.fromStatusCode(status);
        return status == 422 ? "Unprocessable Content" : known == null ? "Error" : known.getReasonPhrase();
    }

    /** The answer as a whole. */
    public Response response() {
        Response.ResponseBuilder answer =
                Response.status(status, title()).type(MEDIA_TYPE).entity(body());
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer realm=\"kontor\"");
        }
        if (waitSeconds > 0) {
            answer.header("Retry-After", waitSeconds);
        }
        return answer.build();
    }

    /** Replaces an answer that is about to be given. */
    public void into(ContainerResponseContext answer) {
        answer.setStatus(status);
        if (waitSeconds > 0) {
            answer.getHeaders().putSingle("Retry-After", waitSeconds);
        }
        answer.setEntity(body(), new Annotation[0], MediaType.valueOf(MEDIA_TYPE));
    }
}
