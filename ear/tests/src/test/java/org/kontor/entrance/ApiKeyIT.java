package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** API keys, Idempotency-Key and problem answers. */
@ExtendWith(OnKontor.class)
class ApiKeyIT {

    @Test
    void aKeyIsShownOnceDoesWhatItMayAndEndsWhenRevoked(KontorServer kontor, Api api) {
        Reply made = api.post("/api/v1/api-keys", "{\"name\":\"sync\",\"permissions\":[\"read:user\"]}")
                .expect(201);
        Api mine = new Api(kontor.base(), made.text("/key"));
        assertEquals("admin", mine.get("/api/v1/users/me").expect(200).text("/login"));
        mine.get("/api/v1/users").expect(200);
        mine.post("/api/v1/roles", "{\"name\":\"x\",\"permissions\":[\"read:user\"]}")
                .expect(403);
        Reply shown = api.get("/api/v1/api-keys/" + made.text("/id")).expect(200);
        assertEquals(made.text("/prefix"), shown.text("/prefix"));
        assertFalse(shown.body().contains(made.text("/key")));
        api.delete("/api/v1/api-keys/" + made.text("/id")).expect(204);
        mine.get("/api/v1/users").expect(401);
    }

    @Test
    void aKeyThatNobodyMadeIsRefused(KontorServer kontor) {
        Reply refused = new Api(kontor.base(), "ktr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .get("/api/v1/users")
                .expect(401);
        assertEquals("NOT_SIGNED_IN", refused.text("/code"));
        assertTrue(refused.header("WWW-Authenticate").orElse("").startsWith("Bearer"));
    }

    @Test
    void theSameIdempotencyKeyIsDoneOnceAndAnsweredTheSame(Api api) {
        Api keyed = api.with("Idempotency-Key", "k-" + System.nanoTime());
        String body = "{\"name\":\"Once " + System.nanoTime() + "\",\"permissions\":[\"read:user\"]}";
        Reply first = keyed.post("/api/v1/roles", body).expect(201);
        Reply second = keyed.post("/api/v1/roles", body).expect(201);
        assertEquals(first.json(), second.json());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals("true", second.header("Idempotency-Replayed").orElse(""));
        keyed.post("/api/v1/roles", body.replace("Once", "Other")).expect(422);
    }

    @Test
    void requestsWithTheSameKeyAtTheSameTimeAreDoneOnce(Api api) {
        Api keyed = api.with("Idempotency-Key", "c-" + System.nanoTime());
        String body = "{\"name\":\"Race " + System.nanoTime() + "\",\"permissions\":[\"read:user\"]}";
        List<CompletableFuture<Reply>> replies = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> keyed.post("/api/v1/roles", body)))
                .toList();
        assertEquals(
                1,
                replies.stream()
                        .map(r -> r.join().expect(201).text("/id"))
                        .distinct()
                        .count());
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithTheSameIdempotencyKey(Api api) {
        Api keyed = api.with("Idempotency-Key", "r-" + System.nanoTime());
        keyed.post("/api/v1/roles", "{\"name\":\"\"}").expect(422);
        keyed.post("/api/v1/roles", "{\"name\":\"Again " + System.nanoTime() + "\",\"permissions\":[]}")
                .expect(201);
    }

    @Test
    void anApiKeyIsNotRepeatedForItsIdempotencyKey(Api api) {
        Api keyed = api.with("Idempotency-Key", "s-" + System.nanoTime());
        String body = "{\"name\":\"secret\",\"permissions\":[\"read:user\"]}";
        keyed.post("/api/v1/api-keys", body).expect(201);
        assertEquals(
                "DONE_ALREADY", keyed.post("/api/v1/api-keys", body).expect(409).text("/code"));
    }

    @Test
    void aStaleVersionIsRefusedAndTheCurrentOneIsNot(Api api) {
        Reply role = api.post("/api/v1/roles", "{\"name\":\"Stale " + System.nanoTime() + "\",\"permissions\":[]}")
                .expect(201);
        String path = "/api/v1/roles/" + role.text("/id");
        assertEquals("\"1\"", role.header("ETag").orElse(""));
        api.with("If-Match", "\"1\"").patch(path, "{\"description\":\"a\"}").expect(200);
        api.with("If-Match", "\"1\"").patch(path, "{\"description\":\"b\"}").expect(412);
        api.with("If-None-Match", "\"2\"").get(path).expect(304);
    }

    @Test
    void whatCannotBeServedIsAProblemToo(Api api) {
        assertProblem(
                api.send("POST", "/api/v1/roles", "application/json", "{nope").expect(400), "NOT_JSON");
        assertProblem(api.get("/api/v1/nothing").expect(404), "NOT_FOUND");
        assertProblem(api.get("/api/nothing").expect(404), "NOT_FOUND");
        assertProblem(api.send("PUT", "/api/v1/roles", "application/json", "{}").expect(405), "METHOD_NOT_ALLOWED");
        assertProblem(api.with("Accept", "text/csv").get("/api/v1/roles").expect(406), "NOT_ACCEPTABLE");
        assertProblem(api.send("POST", "/api/v1/roles", "text/plain", "x").expect(415), "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                api.post("/api/v1/roles", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                        .expect(413),
                "BODY_TOO_LARGE");
        Reply named = api.post("/api/v1/roles", "{\"id\":1,\"nmae\":\"x\"}").expect(422);
        assertProblem(named, "VALIDATION");
        assertEquals(2, named.at("/errors").size(), named.toString());
    }

    private static void assertProblem(Reply reply, String code) {
        assertTrue(reply.header("Content-Type").orElse("").startsWith("application/problem+json"), reply.toString());
        assertEquals(code, reply.text("/code"), reply.toString());
        assertEquals(reply.header("X-Request-Id").orElse(""), reply.text("/requestId"));
    }
}
