package org.kontor.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

class WebhookIT {

    /** Without the operator's leave no address of a private network can be subscribed. */
    @Test
    void aPrivateAddressIsRefused() {
        Reply reply = KontorServer.shared()
                .api()
                .post("/api/v1/webhooks", "{\"url\":\"https://127.0.0.1/\",\"events\":[\"customer.created\"]}")
                .expect(422);
        assertEquals("url", reply.text("/errors/0/field"));
        assertTrue(reply.text("/errors/0/message").contains("private network"), reply.toString());
    }
}
