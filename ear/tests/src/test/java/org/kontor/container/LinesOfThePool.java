package org.kontor.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.kontor.dropin.DropInSystem;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;

/**
 * A pool of the container for the lines of a connector, set up by the operator as the guide says; in no signature of a test in the
 * server. Every count is what the remote system at the other end saw.
 */
final class LinesOfThePool {

    private static final String NAME = "eis/kontor/drop-in";
    private static final int MOST = 2;

    private LinesOfThePool() {}

    /** To be called while the drop-in connector is deployed beside the EAR. */
    static void areReusedReplacedAndLimited(Api api) throws IOException, InterruptedException {
        try (DropInSystem remote = new DropInSystem()) {
            String test = connection(api, remote) + "/test";
            setUp();
            up(api, test);
            up(api, test);
            up(api, test);
            assertEquals(1, remote.opened(), "one line for three calls");

            remote.cutAll();
            up(api, test);
            assertEquals(2, remote.opened(), "a line that died while idle is found out before it is given to a call");

            remote.cutNext();
            Reply broken = api.post(test, "").expect(200);
            assertEquals("DOWN", broken.text("/health"), broken::body);
            up(api, test);
            up(api, test);
            assertEquals(3, remote.opened(), "a line that died in use has left the pool");

            noMoreThanTheLimit(api, test, remote);

            takeAway();
            up(api, test);
            assertTrue(remote.opened() > 4, "without a pool of the container, a line of the connector's own");
        }
    }

    private static void noMoreThanTheLimit(Api api, String test, DropInSystem remote) throws InterruptedException {
        remote.hold();
        List<CompletableFuture<Reply>> held = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            held.add(CompletableFuture.supplyAsync(() -> api.post(test, "")));
        }
        remote.awaitQuestions(MOST);
        Reply tooMany = api.post(test, "").expect(200);
        assertEquals("DOWN", tooMany.text("/health"), tooMany::body);
        assertTrue(tooMany.body().contains("There is no line"), tooMany::body);
        assertEquals(MOST, remote.open());
        remote.release(MOST);
        held.forEach(reply -> assertEquals("UP", reply.join().text("/health")));
        up(api, test);
        assertEquals(4, remote.opened());
    }

    private static void up(Api api, String test) {
        Reply reply = api.post(test, "").expect(200);
        assertEquals("UP", reply.text("/health"), reply::body);
    }

    private static String connection(Api api, DropInSystem remote) {
        Reply created = api.post(
                        "/api/v1/connections",
                        "{\"connector\":\"drop-in\",\"name\":\"Pooled\",\"enabled\":true,\"settings\":{\"baseUrl\":\""
                                + remote.uri() + "\"},\"secrets\":{\"apiKey\":\"" + DropInSystem.KEY + "\"}}")
                .expect(201);
        return "/api/v1/connections/" + created.text("/id");
    }

    private static void setUp() {
        PayaraServer.asadmin(
                "create-connector-connection-pool",
                "--raname",
                "beside-the-ear",
                "--connectiondefinition",
                "org.kontor.connectors.support.LinePool",
                "--transactionsupport",
                "NoTransaction",
                "--steadypoolsize",
                "0",
                "--maxpoolsize",
                Integer.toString(MOST),
                "--poolresize",
                "1",
                "--maxwait",
                "1000",
                "--isconnectvalidatereq=true",
                "drop-in-lines");
        PayaraServer.asadmin("create-connector-resource", "--poolname", "drop-in-lines", NAME);
    }

    private static void takeAway() {
        PayaraServer.asadmin("delete-connector-resource", NAME);
        PayaraServer.asadmin("delete-connector-connection-pool", "drop-in-lines");
    }
}
