package org.kontor.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client of the REST interface as anybody would write it. Paths are from the root ({@code /api/v1/customers}); an instance
 * is immutable, {@link #with} answers another one. Every answer of the interface is compared with the OpenAPI document.
 */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private static final AtomicReference<@Nullable OpenApi> DOCUMENT = new AtomicReference<>();

    private final URI base;
    private final Map<String, String> headers;

    /** With an API key, sent as bearer token. */
    public Api(URI base, String apiKey) {
        this(base, Map.of("Authorization", "Bearer " + apiKey));
    }

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same without any credentials. */
    public Api anonymous() {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove("Authorization");
        return new Api(base, fewer);
    }

    /** The same with another header on every request. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    /** GET. */
    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** DELETE. */
    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** POST of a JSON document. */
    public Reply post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** PATCH with a JSON merge patch. */
    public Reply patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    /** Any method, with a body of any type. */
    public Reply send(String method, String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    /** POST of a form with a file, as a browser sends it. */
    public Reply upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "----kontor-it-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(
                body,
                boundary,
                "form-data; name=\"" + name + "\"",
                "text/plain; charset=UTF-8",
                value.getBytes(StandardCharsets.UTF_8)));
        part(
                body,
                boundary,
                "form-data; name=\"file\"; filename=\"" + fileName + "\"",
                "application/octet-stream",
                content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Asks again until the reply is as wanted; fails after three minutes with the last reply: a busy machine starts an app server in two. */
    public Reply await(String path, Predicate<Reply> wanted) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        Reply reply = get(path);
        while (!wanted.test(reply)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still not as wanted: " + reply);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            reply = get(path);
        }
        return reply;
    }

    private static void part(
            ByteArrayOutputStream body, String boundary, String disposition, String type, byte[] content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        headers.forEach(builder::setHeader);
        return builder;
    }

    /** Whatever any test asks, the answer is as the served document says. */
    private void asDocumented(HttpRequest request, Reply reply) {
        String path = request.uri().getRawPath();
        if (!path.startsWith("/api/")) {
            return;
        }
        OpenApi document = DOCUMENT.updateAndGet(known -> known == null ? new OpenApi(this) : known);
        document.answering(request.method(), path).ifPresent(operation -> {
            List<String> differences = document.differences(operation, reply);
            if (!differences.isEmpty()) {
                throw new AssertionError("Not as documented: " + differences + "\n" + reply);
            }
        });
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.build();
            Reply reply = new Reply(built.method() + " " + built.uri(), CLIENT.send(built, BodyHandlers.ofByteArray()));
            asDocumented(built, reply);
            return reply;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came back. JSON is read by pointers: {@code text("/items/0/displayName")}. */
    public static final class Reply {

        private final String request;
        private final HttpResponse<byte[]> response;

        private Reply(String request, HttpResponse<byte[]> response) {
            this.request = request;
            this.response = response;
        }

        /** The status code. */
        public int status() {
            return response.statusCode();
        }

        /** Fails with the whole reply unless the status is this one. */
        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError("Expected " + status + ": " + this);
            }
            return this;
        }

        /** A header, the first of its name. */
        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The body as text. */
        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** The body as bytes. */
        public byte[] bytes() {
            return response.body().clone();
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + this, e);
            }
        }

        /** What a JSON pointer names; a missing node where there is nothing. */
        public JsonNode at(String pointer) {
            return json().at(pointer);
        }

        /** What a JSON pointer names, as text; empty where there is nothing. */
        public String text(String pointer) {
            return at(pointer).asText("");
        }

        @Override
        public String toString() {
            return request + " -> " + status() + " " + response.headers().map() + "\n" + body();
        }
    }
}
