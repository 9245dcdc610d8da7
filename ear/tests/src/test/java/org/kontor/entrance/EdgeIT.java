package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** Behind a proxy that is trusted, and with few requests a minute allowed. */
class EdgeIT {

    private static final int PER_KEY = 60;
    private static final int PER_ADDRESS = 100;
    private static KontorServer kontor;

    @BeforeAll
    static void start() {
        kontor = KontorServer.start(Map.of(
                "kontor.http.trust-forwarded", "true",
                "kontor.http.rate.key", Integer.toString(PER_KEY),
                "kontor.http.rate.address", Integer.toString(PER_ADDRESS)));
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    @Test
    void overHttpsTheCookieIsSecureAndTheBrowserToldToStayThere() {
        HttpResponse<String> plain = new Visitor(kontor.base()).get("/signin.xhtml");
        assertFalse(plain.headers().firstValue("Strict-Transport-Security").isPresent());
        assertFalse(cookie(plain).contains("; Secure"), cookie(plain));
        HttpResponse<String> secure = new Visitor(kontor.base()).get("/signin.xhtml", "X-Forwarded-Proto", "https");
        assertEquals(
                "max-age=31536000",
                secure.headers().firstValue("Strict-Transport-Security").orElse(""));
        assertTrue(cookie(secure).contains("; Secure"), cookie(secure));
        assertTrue(cookie(secure).contains("HttpOnly"), cookie(secure));
    }

    @Test
    void theSessionAfterSigningInOverHttpsIsSecureToo() {
        Visitor visitor = new Visitor(kontor.base());
        Map<String, String> form =
                Visitor.form(visitor.get("/signin.xhtml").body(), "admin", KontorServer.ADMIN_PASSWORD);
        HttpResponse<String> in = visitor.post("/signin.xhtml", form, "X-Forwarded-Proto", "https");
        assertEquals(303, in.statusCode() == 302 ? 303 : in.statusCode());
        assertTrue(cookie(in).contains("; Secure"), cookie(in));
    }

    @Test
    void tooManyRequestsOfAKeyAreAnswered429UntilTimeHasPassed() {
        Api api = kontor.api().with("X-Forwarded-For", "198.51.100.1");
        Reply last = api.get("/api/v1/users/me");
        int accepted = 0;
        while (last.status() == 200 && accepted <= 2 * PER_KEY) {
            accepted++;
            last = api.get("/api/v1/users/me");
        }
        last.expect(429);
        assertTrue(accepted >= PER_KEY, "accepted " + accepted);
        assertEquals("TOO_MANY_REQUESTS", last.text("/code"));
        assertTrue(Integer.parseInt(last.header("Retry-After").orElse("0")) >= 1, last.toString());
        assertTrue(last.header("Content-Type").orElse("").startsWith("application/problem+json"), last.toString());
        api.await("/api/v1/users/me", reply -> reply.status() == 200);
    }

    @Test
    void anAddressIsSlowedDownBeforeAnyKeyIsLookedAt() {
        Api nobody = kontor.api().anonymous().with("X-Forwarded-For", "198.51.100.2");
        int refused = 0;
        for (int i = 0; i < 2 * PER_ADDRESS && refused == 0; i++) {
            refused += nobody.get("/api/v1/users").status() == 429 ? 1 : 0;
        }
        assertEquals(1, refused);
        kontor.api()
                .anonymous()
                .with("X-Forwarded-For", "198.51.100.3")
                .get("/api/v1/users")
                .expect(401);
    }

    @Test
    void thePoolTellsWhatItIsDoing() {
        String metrics =
                kontor.api().anonymous().get("/metrics?scope=application").body();
        for (String name : new String[] {"in_use", "free", "max", "waiting"}) {
            Matcher line = Pattern.compile("(?m)^kontor_db_pool_" + name + "\\S* (\\S+)$")
                    .matcher(metrics);
            assertTrue(line.find(), name + " in " + metrics);
            assertTrue(Double.parseDouble(line.group(1)) >= 0, line.group());
        }
        assertTrue(metrics.matches("(?s).*kontor_db_pool_max\\S* 32(\\.0)?\\s.*"), metrics);
    }

    /** A template, not the address: an id in it would make a series of each customer. */
    @Test
    void requestsAreTimedByTheirTemplateAndStatus() {
        // Another test may have used up what the key is allowed.
        kontor.api().await("/api/v1/customers/999999999", reply -> reply.status() == 404);
        String metrics =
                kontor.api().anonymous().get("/metrics?scope=application").body();
        Matcher count =
                Pattern.compile("(?m)^kontor_requests\\w*count\\{(.*)} (\\S+)$").matcher(metrics);
        assertTrue(
                count.results()
                        .anyMatch(line -> line.group(1).contains("route=\"/customers/{id}\"")
                                && line.group(1).contains("status=\"404\"")
                                && line.group(1).contains("method=\"GET\"")
                                && Double.parseDouble(line.group(2)) >= 1),
                metrics);
        assertFalse(metrics.contains("999999999"), metrics);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }
}
