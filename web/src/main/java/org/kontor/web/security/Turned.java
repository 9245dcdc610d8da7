package org.kontor.web.security;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kontor.web.problem.Problem;
import org.kontor.web.problem.RequestId;

/** Answers that end a REST request before it reaches a resource. */
final class Turned {

    private Turned() {}

    static void away(HttpServletResponse response, int status, String code, String detail) throws IOException {
        write(response, Problem.of(status, code, detail));
    }

    static void bug(HttpServletResponse response, String incident) throws IOException {
        response.reset();
        write(response, Problem.bug(incident));
    }

    private static void write(HttpServletResponse response, Problem problem) throws IOException {
        JsonObject body = problem.body();
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"kontor\"");
        }
        response.setHeader(RequestId.HEADER, RequestId.current());
        response.setStatus(problem.status());
        response.setContentType("application/problem+json;charset=utf-8");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
