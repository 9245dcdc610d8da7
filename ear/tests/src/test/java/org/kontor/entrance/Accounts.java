package org.kontor.entrance;

import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.harness.Api;
import org.kontor.harness.KontorServer;

/** Users made for one test each, whose password is their own already. */
final class Accounts {

    static final String PASSWORD = "Quiet-Meadow-77";
    static final String OWN = "Other-Meadow-78";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Accounts() {}

    /** A user with a role of these permissions; returns the sign-in name. The first password still has to be changed. */
    static String fresh(Api api, String... permissions) {
        String name = "entrance" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        String list = "\"" + String.join("\",\"", permissions) + "\"";
        api.post("/api/v1/roles", "{\"name\":\"" + name + "\",\"permissions\":[" + list + "]}")
                .expect(201);
        api.post(
                        "/api/v1/users",
                        "{\"login\":\"" + name + "\",\"roles\":[\"" + name + "\"],\"password\":\"" + PASSWORD + "\"}")
                .expect(201);
        return name;
    }

    /** Somebody with these permissions, signed in, who has chosen a password already. */
    static Visitor signedIn(KontorServer kontor, Api api, String... permissions) {
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn(fresh(api, permissions), PASSWORD);
        visitor.choose(PASSWORD, OWN);
        return visitor;
    }

    /** An API key of {@code admin} with this one permission. */
    static Api key(KontorServer kontor, String permission) {
        String key = kontor.api()
                .post("/api/v1/api-keys", "{\"name\":\"one\",\"permissions\":[\"" + permission + "\"]}")
                .expect(201)
                .text("/key");
        return new Api(kontor.base(), key);
    }
}
