package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

/** Tickets, sentiment and contacts as a client sees them. */
@ExtendWith(OnKontor.class)
class TicketRestIT {

    /** S1-13, S1-15. */
    @Test
    void aTicketMovesTheSentimentOfItsCustomer(Api api) {
        String customer = customer(api);
        assertTrue(api.get(customer).expect(200).at("/sentiment").isNull());

        Reply ticket = api.post(
                        customer + "/tickets",
                        "{\"subject\":\"Router broken again\",\"text\":\"I am very disappointed.\",\"priority\":\"high\"}")
                .expect(201);

        assertEquals("NEW", ticket.text("/status"));
        assertEquals("HIGH", ticket.text("/priority"));
        assertEquals("disappointed", ticket.text("/words/1/text"));
        Reply after = api.get(customer).expect(200);
        assertEquals("NEGATIVE", after.text("/sentiment/label"));
        assertEquals(1, after.at("/sentiment/tickets").asInt());
        Reply why = api.get(customer + "/sentiment").expect(200);
        assertEquals(ticket.text("/id"), why.text("/tickets/0/id"));
        assertEquals("disappointed", why.text("/words/0/text"));

        String one = "/api/v1/tickets/" + ticket.text("/id");
        assertEquals("VOID", api.patch(one, "{\"status\":\"VOID\"}").expect(200).text("/status"));
        assertTrue(api.get(customer).expect(200).at("/sentiment").isNull());
        assertEquals(
                "TICKET_VOID",
                api.patch(one, "{\"status\":\"OPEN\"}").expect(409).text("/code"));
        assertEquals(1, api.get(customer + "/tickets?status=VOID").at("/items").size());
        assertEquals(
                0, api.get(customer + "/tickets?status=NEW,OPEN").at("/items").size());
        api.get(customer + "/tickets?status=DONE").expect(422);
    }

    @Test
    void badTicketsAreRefusedByField(Api api) {
        String customer = customer(api);
        Reply refused = api.post(customer + "/tickets", "{\"subject\":\" \",\"openedAt\":\"2999-01-01T00:00:00Z\"}")
                .expect(422);
        assertEquals("subject", refused.text("/errors/0/field"));
        assertEquals("openedAt", refused.text("/errors/1/field"));
        assertEquals(
                "READ_ONLY",
                api.patch(customer, "{\"sentiment\":null}").expect(422).text("/errors/0/code"));
        api.get(customer + "0000000/tickets").expect(404);
        api.get("/api/v1/tickets/999999999").expect(404);
    }

    /** S2-21, S2-23, S2-28, S2-31, S2-37. */
    @Test
    void aContactHasConsentTypeAndProfile(Api api) {
        String customer = customer(api);
        assertEquals(
                "smsOptIn",
                api.post(customer + "/contacts", "{\"lastName\":\"Lind\",\"smsOptIn\":true}")
                        .expect(422)
                        .text("/errors/0/field"));
        Reply contact = api.post(
                        customer + "/contacts",
                        "{\"lastName\":\"Lind\",\"mobile\":\"303-202-7333\",\"smsOptIn\":true,\"smsOptInSource\":\"CUSTOMER\","
                                + "\"contactType\":\"billing\",\"linkedInUrl\":\"www.linkedin.com/in/lind\"}")
                .expect(201);
        String one = "/api/v1/contacts/" + contact.text("/id");
        assertEquals("BILLING", contact.text("/contactType"));
        assertEquals("https://www.linkedin.com/in/lind", contact.text("/linkedInUrl"));
        Reply without = api.patch(one, "{\"mobile\":null}").expect(200);
        assertEquals(false, without.at("/smsOptIn").asBoolean(true));
        Reply consents = api.get(one + "/consents").expect(200);
        assertEquals(2, consents.at("/items").size());
        assertEquals("CUSTOMER", consents.text("/items/1/source"));
        assertEquals(
                "createdAt",
                api.patch(one, "{\"createdAt\":\"2020-01-01T00:00:00Z\"}")
                        .expect(422)
                        .text("/errors/0/field"));
        assertEquals(
                false,
                api.post(one + "/job-changes", "{\"source\":\"it\",\"before\":\"CFO\",\"after\":\"CEO\"}")
                        .expect(200)
                        .at("/taken")
                        .asBoolean(true));
    }

    private static String customer(Api api) {
        return "/api/v1/customers/"
                + api.post(
                                "/api/v1/customers",
                                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Tickets "
                                        + System.nanoTime() + "\"}")
                        .expect(201)
                        .text("/id");
    }
}
