package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** What happens at the entrance is in the audit log, also when the work itself was rolled back. */
@ExtendWith(OnKontor.class)
class AuditIT {

    @Test
    void signInsAndRefusalsAreInItWithActorAndAddress(KontorServer kontor, Api api) {
        Visitor visitor = Accounts.signedIn(kontor, api, "read:customer");
        String login = api.get("/api/v1/users?limit=500").at("/items").findValuesAsText("login").stream()
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals(403, visitor.get("/connectors.xhtml").statusCode());
        Reply log = api.get("/api/v1/audit?actor=" + login).expect(200);
        String kinds = String.join(" ", log.at("/items").findValuesAsText("kind"));
        assertTrue(kinds.contains("sign-in.accepted") && kinds.contains("password.changed"), kinds);
        Reply refusals = api.get("/api/v1/audit?kind=permission&actor=" + login).expect(200);
        assertEquals("read:connector for ConnectorRegistry.list", refusals.text("/items/0/subject"));
        assertTrue(!refusals.text("/items/0/address").isEmpty(), refusals.toString());
    }

    @Test
    void aRestRefusalIsInItAlthoughItsTransactionWasRolledBack(KontorServer kontor, Api api) {
        Api reader = Accounts.key(kontor, "read:customer").with("Idempotency-Key", "audit-" + System.nanoTime());
        reader.post("/api/v1/roles", "{\"name\":\"x\"}").expect(403);
        Reply refusals =
                api.get("/api/v1/audit?kind=permission.refused&limit=20").expect(200);
        assertTrue(refusals.body().contains("write:user for Roles.create"), refusals.toString());
    }

    @Test
    void aTimeThatCannotBeReadIsNamed(Api api) {
        Reply refused = api.get("/api/v1/audit?from=yesterday").expect(422);
        assertEquals("from", refused.text("/errors/0/field"));
    }
}
