package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.KontorServer;

/** Signing in by a provider of OpenID Connect, over real HTTP, with real tokens, on a server where passwords are off. */
class OidcIT {

    private static final OidcTestProvider.Token RIGHT = (claims, provider) -> rsa(claims, provider);
    private static OidcTestProvider provider;
    private static KontorServer kontor;

    @BeforeAll
    static void start() {
        provider = new OidcTestProvider();
        kontor = KontorServer.start(Map.of(
                "kontor.oidc.issuer", provider.issuer(),
                "kontor.oidc.client-id", OidcTestProvider.CLIENT,
                "kontor.oidc.client-secret", OidcTestProvider.SECRET,
                "kontor.oidc.name", "Example ID",
                "kontor.oidc.create-users", "true",
                "kontor.oidc.new-user-roles", "Reader",
                "kontor.oidc.local-sign-in", "false"));
    }

    @AfterAll
    static void stop() {
        kontor.stop();
        provider.close();
    }

    @Test
    void aUserIsFoundByTheVerifiedAddressLedToThePageThatWasAskedForAndKnownByTheSubject() {
        user("oda", "oda@example.org", true);
        Visitor visitor = new Visitor(kontor.base());
        HttpResponse<String> away = visitor.get("/customers.xhtml?q=smith");
        visitor.get(location(away));
        HttpResponse<String> in = come(visitor, "s-oda", "oda@example.org", RIGHT);
        assertEquals("/customers.xhtml?q=smith", location(in));
        assertEquals(200, visitor.get("/customers.xhtml").statusCode());
        Visitor again = new Visitor(kontor.base());
        come(
                again,
                "s-oda",
                "moved@example.org",
                (claims, p) -> sign(claims, JWSAlgorithm.ES256, "ec", new ECDSASigner(p.ec)));
        String me =
                again.get("/api/v1/users/me", "X-CSRF-Token", again.csrfToken()).body();
        assertTrue(me.contains("\"login\":\"oda\""), me);
        assertTrue(audited("sign-in.bound").contains("\"oda\""), audited("sign-in.bound"));
        assertTrue(audited("sign-in.accepted").contains("\"oda\""));
    }

    @Test
    void aTokenThatIsNotForKontorNotForThisTryNotOfNowOrNotSignedByTheProviderLetsNobodyIn() {
        user("uli", "uli@example.org", true);
        Map<String, OidcTestProvider.Token> wrong = new LinkedHashMap<>();
        wrong.put("nonce", (c, p) -> rsa(c.claim("nonce", "another"), p));
        wrong.put("no nonce", (c, p) -> rsa(c.claim("nonce", null), p));
        wrong.put("audience", (c, p) -> rsa(c.audience("somebody-else"), p));
        wrong.put("audiences without party", (c, p) -> rsa(c.audience(List.of(OidcTestProvider.CLIENT, "b")), p));
        wrong.put("party", (c, p) -> rsa(c.claim("azp", "somebody-else"), p));
        wrong.put("issuer", (c, p) -> rsa(c.issuer("http://localhost:1"), p));
        wrong.put("expired", (c, p) -> rsa(c.expirationTime(ago(120)), p));
        wrong.put("no end", (c, p) -> rsa(c.expirationTime(null), p));
        wrong.put("no subject", (c, p) -> rsa(c.subject(null), p));
        wrong.put("alg none", (c, p) -> new PlainJWT(c.build()).serialize());
        wrong.put(
                "shared secret",
                (c, p) -> sign(
                        c,
                        JWSAlgorithm.HS256,
                        "rsa",
                        new MACSigner(p.rsa.toRSAPublicKey().getEncoded())));
        wrong.put(
                "key of somebody else",
                (c, p) -> sign(
                        c,
                        JWSAlgorithm.RS256,
                        "rsa",
                        new RSASSASigner(new RSAKeyGenerator(2048).keyID("rsa").generate())));
        wrong.put("changed", (c, p) -> rsa(c, p).replaceFirst("\\.e", ".eA"));
        wrong.put("no token", (c, p) -> "");
        List<String> letIn = new ArrayList<>();
        wrong.forEach((name, token) -> {
            Visitor visitor = new Visitor(kontor.base());
            HttpResponse<String> back = come(visitor, "s-uli", "uli@example.org", token);
            boolean refused = location(back).equals("/signin.xhtml")
                    && visitor.get("/signin.xhtml").body().contains("your account could not be checked")
                    && visitor.get("/customers.xhtml").statusCode() == 303;
            if (!refused) {
                letIn.add(name + " " + back.statusCode() + " " + location(back));
            }
        });
        assertEquals(List.of(), letIn);
        String audit = audited("sign-in.provider-refused");
        assertTrue(audit.contains("ID token"), audit);
        assertFalse(kontor.api().get("/api/v1/audit?kind=sign-in.bound").body().contains("\"uli\""));
    }

    @Test
    void anAnswerIsTakenOnceAndByTheSessionThatAskedAlone() {
        user("eno", "eno@example.org", true);
        provider.next("s-eno", "eno@example.org", RIGHT);
        Visitor victim = new Visitor(kontor.base());
        Visitor attacker = new Visitor(kontor.base());
        String answer = location(attacker.get(location(attacker.get("/oidc/start"))));
        victim.get("/oidc/start");
        assertEquals("/signin.xhtml", location(victim.get(answer)), "an answer to somebody else");
        assertEquals(303, victim.get("/customers.xhtml").statusCode());
        assertEquals("/", location(attacker.get(answer)));
        assertEquals(200, attacker.get("/customers.xhtml").statusCode());
        assertEquals("/signin.xhtml", location(attacker.get(answer)), "the same answer again");
        HttpResponse<String> unasked = new Visitor(kontor.base()).get("/oidc/callback?code=x&state=y");
        assertEquals("/signin.xhtml", location(unasked));
        String request = unasked.headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(
                kontor.log().lines().anyMatch(line -> line.contains(" WARNING " + request + " org.kontor.web.")),
                () -> "no line of the log names request " + request);
        Visitor denied = new Visitor(kontor.base());
        String state = location(denied.get("/oidc/start")).replaceFirst(".*[?&]state=([^&]+).*", "$1");
        assertEquals("/signin.xhtml", location(denied.get("/oidc/callback?error=access_denied&state=" + state)));
    }

    @Test
    void aUserIsMadeWithTheConfiguredRolesAndWhoIsInactiveStaysOut() {
        Visitor fresh = new Visitor(kontor.base());
        come(fresh, "s-new", "new@example.org", RIGHT);
        String me =
                fresh.get("/api/v1/users/me", "X-CSRF-Token", fresh.csrfToken()).body();
        assertTrue(me.contains("\"login\":\"new@example.org\"") && me.contains("\"roles\":[\"Reader\"]"), me);
        Visitor unverified = new Visitor(kontor.base());
        come(unverified, "s-unverified", "other@example.org", (c, p) -> rsa(c.claim("email_verified", false), p));
        assertTrue(unverified.get("/signin.xhtml").body().contains("Ask an administrator to let you in"));
        user("kai", "kai@example.org", false);
        Visitor inactive = new Visitor(kontor.base());
        come(inactive, "s-kai", "kai@example.org", RIGHT);
        assertEquals(303, inactive.get("/customers.xhtml").statusCode());
    }

    @Test
    void thePageOffersTheProviderAloneAndKeysGoOn() {
        String page = new Visitor(kontor.base()).get("/signin.xhtml").body();
        assertTrue(page.contains("Sign in with Example ID"), page);
        assertFalse(page.contains("type=\"password\""), page);
        kontor.api().get("/api/v1/users").expect(200);
    }

    private static HttpResponse<String> come(
            Visitor visitor, String subject, String email, OidcTestProvider.Token token) {
        provider.next(subject, email, token);
        HttpResponse<String> start = visitor.get("/oidc/start");
        assertEquals(303, start.statusCode(), start.body());
        HttpResponse<String> there = visitor.get(location(start));
        assertEquals(303, there.statusCode(), "the provider refused what was asked");
        return visitor.get(location(there));
    }

    private static void user(String login, String email, boolean active) {
        Api api = kontor.api();
        api.post(
                        "/api/v1/users",
                        "{\"login\":\"" + login + "\",\"email\":\"" + email + "\",\"active\":" + active
                                + ",\"roles\":[\"Reader\"]}")
                .expect(201);
    }

    private static String audited(String kind) {
        return kontor.api().get("/api/v1/audit?kind=" + kind).expect(200).body();
    }

    /** Where a redirect leads, below the root of Kontor; whole when it leads elsewhere. */
    private static String location(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElse("");
        String root = kontor.base().toString();
        return to.startsWith(root + "/") ? to.substring(root.length()) : to;
    }

    private static String rsa(JWTClaimsSet.Builder claims, OidcTestProvider from) throws JOSEException {
        return sign(claims, JWSAlgorithm.RS256, "rsa", new RSASSASigner(from.rsa));
    }

    private static String sign(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String key, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Date ago(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }
}
