package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/**
 * Nothing that lets somebody in passes into a log, whether it is accepted or refused: passwords, keys, sessions, secrets of
 * connections, webhooks and authenticator apps, the keys of encryption; nor does a medical answer.
 */
class SecretsIT {

    private static final Pattern APP_SECRET = Pattern.compile("id=\"(?:form:)?secret\">([^<]+)<");

    private final List<String> secrets = new ArrayList<>(List.of(KontorServer.API_KEY, KontorServer.ADMIN_PASSWORD));

    @Test
    void noSecretIsInAnyLog() {
        String newest = encryptionKey();
        String older = encryptionKey();
        secrets.addAll(List.of(newest, older));
        try (KontorServer kontor = KontorServer.start(
                Map.of("kontor.encryption.key", newest + "," + older, "kontor.webhook.allow-private", "true"))) {
            Api api = kontor.api();
            passwordsAndKeys(kontor, api);
            ofConnections(api);
            ofWebhooks(api);
            ofAuthenticatorApps(kontor, api);
            ofMedicalAnswers(api);
            kontor.stop();
            String log = kontor.printed() + kontor.log();
            assertFalse(log.isEmpty());
            assertEquals(List.of(), secrets.stream().filter(log::contains).toList());
        }
    }

    private void passwordsAndKeys(KontorServer kontor, Api api) {
        String user = Accounts.fresh(api, "read:customer");
        secrets.add(Accounts.PASSWORD);
        secrets.add(api.post("/api/v1/api-keys", "{\"name\":\"n\",\"permissions\":[\"read:user\"]}")
                .expect(201)
                .text("/key"));
        String guessed = "Guessed-Meadow-1234";
        secrets.add(guessed);
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn(user, guessed);
        visitor.signIn(guessed, "x");
        visitor.signIn(user, Accounts.PASSWORD);
        new Api(kontor.base(), "ktr_guessedkey0123456789").get("/api/v1/users").expect(401);
        secrets.add("ktr_guessedkey0123456789");
        api.post("/api/v1/users", "{\"login\":\"!\",\"password\":\"Weak-secret\",\"roles\":5}")
                .expect(422);
        secrets.add("Weak-secret");
        secrets.add(visitor.session());
    }

    /** Saved, refused, and used on a remote system that does not answer. */
    private void ofConnections(Api api) {
        secrets.addAll(List.of("Hush-of-the-vault-1", "Hush-that-was-refused-2"));
        String settings = "\"settings\":{\"environment\":\"sandbox\",\"username\":\"api\",\"merchantId\":\"1\","
                + "\"baseUrl\":\"http://127.0.0.1:" + KontorServer.freePort() + "\"}";
        String begin = "{\"connector\":\"vault-bluesnap\",\"name\":\"Vault\",\"enabled\":true,";
        Reply made = api.post(
                        "/api/v1/connections",
                        begin + settings + ",\"secrets\":{\"password\":\"Hush-of-the-vault-1\"}}")
                .expect(201);
        assertFalse(made.body().contains("Hush"), made::body);
        api.post("/api/v1/connections", begin + settings + ",\"secrets\":{\"pass\":\"Hush-that-was-refused-2\"}}")
                .expect(422);
        assertEquals(
                "DOWN",
                api.post("/api/v1/connections/" + made.text("/id") + "/test", "")
                        .expect(200)
                        .text("/health"));
    }

    /** Told to where nobody listens. */
    private void ofWebhooks(Api api) {
        Reply made = api.post(
                        "/api/v1/webhooks",
                        "{\"url\":\"http://localhost:" + KontorServer.freePort()
                                + "/\",\"events\":[\"customer.created\"]}")
                .expect(201);
        String secret = made.text("/secret");
        secrets.addAll(List.of(secret, secret.replaceFirst("^whsec_", "")));
        api.post("/api/v1/customers", "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Told\"}")
                .expect(201);
        api.await(
                "/api/v1/webhooks/" + made.text("/id") + "/deliveries?limit=1",
                reply -> reply.at("/items/0/attempts").asInt() > 0);
    }

    /** S3-40: answered, refused and read. */
    private void ofMedicalAnswers(Api api) {
        secrets.addAll(List.of("Penicillin-marker-1", "Penicillin-marker-2"));
        String answers = "/api/v1/customers/"
                + api.post(
                                "/api/v1/customers",
                                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Ill\"}")
                        .expect(201)
                        .text("/id")
                + "/medical-conditions";
        api.post(answers, "{\"condition\":\"Other allergies\",\"text\":\"Penicillin-marker-1\"}")
                .expect(204);
        api.post(answers, "{\"condition\":\"Penicillin-marker-2\",\"text\":\"Penicillin-marker-2\"}")
                .expect(422);
        assertTrue(api.get(answers).expect(200).body().contains("Penicillin-marker-1"));
    }

    /** Shown for an app, and a wrong code typed. */
    private void ofAuthenticatorApps(KontorServer kontor, Api api) {
        Visitor visitor = Accounts.signedIn(kontor, api, "read:customer");
        secrets.add(Accounts.OWN);
        String page = visitor.get("/two-factor.xhtml").body();
        Matcher shown = APP_SECRET.matcher(page);
        assertTrue(shown.find(), page);
        secrets.addAll(List.of(shown.group(1).strip(), shown.group(1).replaceAll("\\s", "")));
        visitor.post("/two-factor.xhtml", Visitor.form(page, "000000", Accounts.OWN));
    }

    private static String encryptionKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
