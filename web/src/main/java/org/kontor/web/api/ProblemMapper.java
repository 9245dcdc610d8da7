package org.kontor.web.api;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kontor.shared.AppException;
import org.kontor.web.page.Texts;
import org.kontor.web.problem.Problem;
import org.kontor.web.problem.RequestId;
import org.kontor.web.security.KioskToken;

/** The one place where an exception becomes an error answer. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    @Nullable
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = headers == null
                ? problem(thrown)
                : forReader(
                        problem(thrown),
                        headers.getHeaderString(KioskToken.HEADER) != null,
                        headers.getAcceptableLanguages());
        Response answer = problem.response();
        if (thrown instanceof WebApplicationException web && problem.status() == 405) {
            String allow = web.getResponse().getHeaderString("Allow");
            return allow == null
                    ? answer
                    : Response.fromResponse(answer).header("Allow", allow).build();
        }
        return answer;
    }

    /** The problem behind an exception; one that nobody foresaw is logged under an incident. */
    static Problem problem(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = next(e)) {
            Optional<Problem> known = known(e);
            if (known.isPresent()) {
                return known.get();
            }
        }
        String incident = RequestId.incident();
        LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident);
        return Problem.bug(incident);
    }

    /** REST speaks English; who stands at a kiosk reads its answers in the language of the screen. */
    static Problem forReader(Problem problem, boolean kiosk, List<Locale> languages) {
        return kiosk && !languages.isEmpty()
                ? problem.said(sentence -> Texts.say(sentence, languages.get(0)))
                : problem;
    }

    private static @Nullable Throwable next(Throwable e) {
        return e.getCause() == e ? null : e.getCause();
    }

    private static Optional<Problem> known(Throwable e) {
        if (e instanceof AppException app) {
            return Optional.of(Problem.of(app));
        }
        if (e instanceof OptimisticLockException) {
            return Optional.of(Problem.of(AppException.stale()));
        }
        if (e instanceof SQLException sql) {
            return ofDatabase(sql.getSQLState());
        }
        return e instanceof WebApplicationException web ? ofHttp(web) : Optional.empty();
    }

    private static Optional<Problem> ofDatabase(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "23505" ->
                Optional.of(Problem.of(409, "ALREADY_EXISTS", "Choose other values: there is one with these already."));
            case "23503" ->
                Optional.of(Problem.of(409, "STILL_IN_USE", "Detach it first: something else refers to it."));
            case "40001", "40P01", "55P03" ->
                Optional.of(Problem.of(
                        409, "TRY_AGAIN", "Try again: somebody else changed the same thing at the same time."));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> ofHttp(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 400 -> Optional.of(Problem.of(400, "MALFORMED", "Check the request: it cannot be read."));
            case 404 -> Optional.of(Problem.absent());
            case 405 ->
                Optional.of(Problem.of(405, "METHOD_NOT_ALLOWED", "Use one of the methods in the header Allow."));
            case 406 ->
                Optional.of(
                        Problem.of(406, "NOT_ACCEPTABLE", "Ask for application/json, or see the OpenAPI document."));
            case 415 ->
                Optional.of(Problem.of(
                        415, "UNSUPPORTED_MEDIA_TYPE", "Send a media type that the OpenAPI document names here."));
            default ->
                status < 500
                        ? Optional.of(Problem.of(status, "HTTP_" + status, "Check the request: it is not accepted."))
                        : Optional.empty();
        };
    }
}
