package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.KontorServer;

/** Neither passwords nor keys pass into a log, whether they are accepted or refused. */
class SecretsIT {

    @Test
    void noSecretIsInAnyLog() {
        List<String> secrets = new ArrayList<>(List.of(KontorServer.API_KEY, KontorServer.ADMIN_PASSWORD));
        try (KontorServer kontor = KontorServer.start(Map.of())) {
            Api api = kontor.api();
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
            new Api(kontor.base(), "ktr_guessedkey0123456789")
                    .get("/api/v1/users")
                    .expect(401);
            secrets.add("ktr_guessedkey0123456789");
            api.post("/api/v1/users", "{\"login\":\"!\",\"password\":\"Weak-secret\",\"roles\":5}")
                    .expect(422);
            secrets.add("Weak-secret");
            secrets.add(visitor.session());
            kontor.stop();
            String log = kontor.printed() + kontor.log();
            assertFalse(log.isEmpty());
            assertEquals(List.of(), secrets.stream().filter(log::contains).toList());
        }
    }
}
