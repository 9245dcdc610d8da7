package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Sessions of pages. */
@ExtendWith(OnKontor.class)
class SignInIT {

    @Test
    void aPageLeadsToTheSignInAndFromThereBack(KontorServer kontor) {
        Visitor visitor = new Visitor(kontor.base());
        HttpResponse<String> away = visitor.get("/customers.xhtml?q=smith");
        assertEquals(303, away.statusCode());
        assertEquals("/signin.xhtml?next=%2Fcustomers.xhtml%3Fq%3Dsmith", location(away, kontor));
        HttpResponse<String> in = visitor.signInFrom(location(away, kontor), "admin", KontorServer.ADMIN_PASSWORD);
        assertEquals("/customers.xhtml?q=smith", location(in, kontor));
        assertEquals(200, visitor.get("/customers.xhtml").statusCode());
    }

    @Test
    void theSignInLeadsNowhereElse(KontorServer kontor) {
        for (String next : new String[] {
            "https://example.org/", "//example.org/", "/\\example.org/", "javascript:alert(1)", "/signin.xhtml"
        }) {
            Visitor visitor = new Visitor(kontor.base());
            HttpResponse<String> in = visitor.signInFrom(
                    "/signin.xhtml?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                    "admin",
                    KontorServer.ADMIN_PASSWORD);
            assertEquals("/", location(in, kontor), next);
        }
    }

    @Test
    void aWrongPasswordDoesNotGetIn(KontorServer kontor, Api api) {
        Visitor visitor = new Visitor(kontor.base());
        HttpResponse<String> refused = visitor.signIn(Accounts.fresh(api, "read:customer"), "Wrong-Meadow-77");
        assertEquals(200, refused.statusCode());
        assertEquals(303, visitor.get("/customers.xhtml").statusCode());
    }

    @Test
    void theSessionHasANewIdAfterSignInSoThatAPlantedOneIsWorthless(KontorServer kontor) {
        Visitor victim = new Visitor(kontor.base());
        victim.get("/signin.xhtml");
        String planted = victim.session();
        victim.signIn("admin", KontorServer.ADMIN_PASSWORD);
        assertNotEquals("", planted);
        assertNotEquals(planted, victim.session());
        Visitor thief = new Visitor(kontor.base()).withSession(planted);
        assertEquals(303, thief.get("/customers.xhtml").statusCode());
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOfOtherSites(KontorServer kontor) {
        String cookie = new Visitor(kontor.base())
                .get("/signin.xhtml")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.toLowerCase(Locale.ROOT).contains("samesite=lax"), cookie);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer(KontorServer kontor) {
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn("admin", KontorServer.ADMIN_PASSWORD);
        String session = visitor.session();
        assertEquals(405, visitor.get("/signout").statusCode());
        assertEquals(200, visitor.get("/customers.xhtml").statusCode());
        assertEquals(303, visitor.post("/signout", Map.of()).statusCode());
        assertEquals(
                303,
                new Visitor(kontor.base())
                        .withSession(session)
                        .get("/customers.xhtml")
                        .statusCode());
    }

    @Test
    void fiveFailuresLockEvenTheRightPassword(KontorServer kontor, Api api) {
        String login = Accounts.fresh(api, "read:customer");
        Visitor visitor = new Visitor(kontor.base());
        for (int i = 0; i < 5; i++) {
            visitor.signIn(login, "Wrong-Meadow-" + i);
        }
        HttpResponse<String> locked = visitor.signIn(login, Accounts.PASSWORD);
        assertEquals(200, locked.statusCode());
        assertTrue(locked.body().matches("(?s).*Wait \\d+ (seconds|minutes), then try again.*"), locked.body());
        assertEquals(303, visitor.get("/customers.xhtml").statusCode());
    }

    @Test
    void aFirstPasswordLeadsNowhereButToANewOne(KontorServer kontor, Api api) {
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn(Accounts.fresh(api, "read:customer"), Accounts.PASSWORD);
        HttpResponse<String> page = visitor.get("/customers.xhtml");
        assertEquals(303, page.statusCode());
        assertEquals("/password.xhtml", location(page, kontor));
    }

    @Test
    void aPostFromAnotherSiteIsTurnedAway(KontorServer kontor) {
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn("admin", KontorServer.ADMIN_PASSWORD);
        assertEquals(
                403,
                visitor.post("/signout", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(
                403,
                visitor.post("/signout", Map.of(), "Origin", "https://example.org")
                        .statusCode());
        assertEquals(200, visitor.get("/customers.xhtml").statusCode());
        assertEquals(
                303,
                visitor.post("/signout", Map.of(), "Origin", kontor.base().toString())
                        .statusCode());
    }

    @Test
    void restDoesNotTakeTheSessionCookieWithoutTheCsrfHeader(KontorServer kontor) {
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn("admin", KontorServer.ADMIN_PASSWORD);
        assertEquals(401, visitor.get("/api/v1/users/me").statusCode());
        assertEquals(
                401, visitor.get("/api/v1/users/me", "X-CSRF-Token", "guessed").statusCode());
    }

    @Test
    void restTakesTheSessionWithTheTokenOfItsOwnPagesAlone(KontorServer kontor) {
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn("admin", KontorServer.ADMIN_PASSWORD);
        String token = visitor.csrfToken();
        HttpResponse<String> me = visitor.get("/api/v1/users/me", "X-CSRF-Token", token);
        assertEquals(200, me.statusCode());
        assertTrue(me.body().contains("\"login\":\"admin\""), me.body());
        Visitor other = new Visitor(kontor.base());
        other.signIn("admin", KontorServer.ADMIN_PASSWORD);
        assertEquals(401, other.get("/api/v1/users/me", "X-CSRF-Token", token).statusCode());
        assertNotEquals(token, other.csrfToken());
    }

    @Test
    void theOwnPasswordIsChangedByRestWithTheCurrentOneAndEndsTheSessions(KontorServer kontor, Api api) {
        Visitor visitor = Accounts.signedIn(kontor, api, "read:customer");
        String token = visitor.csrfToken();
        String wrong = "{\"currentPassword\":\"Wrong-Meadow-1\",\"newPassword\":\"Third-Meadow-79\"}";
        HttpResponse<String> refused = visitor.postJson("/api/v1/users/me/password", wrong, "X-CSRF-Token", token);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("\"currentPassword\""), refused.body());
        assertEquals(200, visitor.get("/customers.xhtml").statusCode());
        String right = "{\"currentPassword\":\"" + Accounts.OWN + "\",\"newPassword\":\"Third-Meadow-79\"}";
        assertEquals(
                204,
                visitor.postJson("/api/v1/users/me/password", right, "X-CSRF-Token", token)
                        .statusCode());
        assertEquals(303, visitor.get("/customers.xhtml").statusCode());
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders(KontorServer kontor) {
        for (String path : new String[] {"/signin.xhtml", "/api/v1/users", "/api/nothing"}) {
            HttpResponse<String> answer = new Visitor(kontor.base()).get(path);
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"), path);
            assertEquals("DENY", header(answer, "X-Frame-Options"), path);
            assertEquals("same-origin", header(answer, "Referrer-Policy"), path);
            String policy = header(answer, "Content-Security-Policy");
            assertTrue(policy.contains("frame-ancestors 'none'"), path + " " + policy);
            assertFalse(policy.matches(".*script-src[^;]*unsafe-inline.*"), path + " " + policy);
        }
    }

    @Test
    void theRequestIdOfTheCallerIsKeptWhenItIsSane(KontorServer kontor) {
        Visitor visitor = new Visitor(kontor.base());
        HttpResponse<String> kept = visitor.get("/api/v1/users", "X-Request-Id", "trace-0123456789");
        assertEquals("trace-0123456789", header(kept, "X-Request-Id"));
        assertTrue(kept.body().contains("\"requestId\":\"trace-0123456789\""), kept.body());
        assertNotEquals(
                "a b<c>d e f", header(visitor.get("/api/v1/users", "X-Request-Id", "a b<c>d e f"), "X-Request-Id"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Where a redirect leads, below the root of the server; whole when it leads elsewhere. */
    private static String location(HttpResponse<String> answer, KontorServer kontor) {
        String to = header(answer, "Location");
        String root = kontor.base().toString();
        return to.startsWith(root + "/") ? to.substring(root.length()) : to;
    }
}
