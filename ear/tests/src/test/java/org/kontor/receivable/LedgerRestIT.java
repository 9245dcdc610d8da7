package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

/** The ledger as a client sees it. */
@ExtendWith(OnKontor.class)
class LedgerRestIT {

    /** S4-69, S4-73, S4-131. */
    @Test
    void anInvoiceIsIssuedPaidAndVoided(Api api) {
        String customer = customer(api);
        Reply draft = api.post("/api/v1/invoices", invoice(customer, "DRAFT")).expect(201);
        String one = "/api/v1/invoices/" + draft.text("/id");
        assertEquals("DRAFT", draft.text("/status"));
        assertEquals("119.00", draft.text("/total"));
        String tag = api.get(one).expect(200).header("ETag").orElseThrow();
        Reply open = api.with("If-Match", tag)
                .patch(one, "{\"status\":\"OPEN\",\"notes\":\"Thank you\"}")
                .expect(200);
        assertEquals("OPEN", open.text("/status"));
        assertEquals("119.00", open.text("/balance"));
        assertTrue(open.text("/number").startsWith("INV-"));
        api.with("If-Match", tag).patch(one, "{\"notes\":\"Other\"}").expect(412);
        assertEquals(
                "ISSUED", api.patch(one, "{\"notes\":\"Other\"}").expect(409).text("/code"));

        String key = UUID.randomUUID().toString();
        String payment = "{\"customerId\":" + customer + ",\"amount\":\"100.00\",\"allocation\":\"OLDEST_DUE_FIRST\"}";
        Reply paid = api.with("Idempotency-Key", key)
                .post("/api/v1/payments", payment)
                .expect(201);
        Reply again = api.with("Idempotency-Key", key)
                .post("/api/v1/payments", payment)
                .expect(201);
        assertEquals(paid.text("/id"), again.text("/id"));
        assertEquals("19.00", api.get(one).expect(200).text("/balance"));
        assertEquals(
                "PARTIALLY_PAID",
                api.get("/api/v1/invoices?customerId=" + customer + "&status=PARTIALLY_PAID")
                        .expect(200)
                        .text("/items/0/status"));
        api.post(
                        "/api/v1/credits",
                        "{\"customerId\":" + customer + ",\"amount\":\"19.00\",\"description\":\"Goodwill\"}")
                .expect(201);
        assertEquals("PAID", api.get(one).expect(200).text("/status"));

        Reply applications =
                api.get("/api/v1/applications?itemId=" + draft.text("/id")).expect(200);
        assertEquals(2, applications.at("/items").size());
        api.post(
                        "/api/v1/applications/" + applications.text("/items/0/id") + "/reverse",
                        "{\"reason\":\"Not meant for this one\"}")
                .expect(200);
        assertEquals("19.00", api.get(one).expect(200).text("/balance"));
        assertEquals("19.00", api.get(one + "/adjustments").expect(200).text("/items/0/amount"));
        assertEquals(
                "VOID",
                api.post(one + "/void", "{\"reason\":\"Made twice\"}")
                        .expect(200)
                        .text("/status"));
        Reply account = api.get("/api/v1/customers/" + customer + "/account").expect(200);
        assertEquals("119.00", account.text("/accounts/0/unapplied"));
        assertEquals("100.00", account.text("/lastPayment/amount"));
        JsonNode transactions = api.get("/api/v1/customers/" + customer + "/transactions")
                .expect(200)
                .at("/items");
        assertEquals(4, transactions.size());
        assertEquals("-119.00", transactions.get(0).get("balance").asText());
    }

    /** S4-132: made, looked at ahead, changed, paused, resumed, cancelled and removed. */
    @Test
    void aSubscriptionIsMadeChangedAndCancelled(Api api) {
        String customer = customer(api);
        String all = "/api/v1/customers/" + customer + "/subscriptions";
        String body = "{\"description\":\"Hosting\",\"currency\":\"EUR\",\"interval\":\"YEARLY\",\"billingStart\":\""
                + LocalDate.now(ZoneOffset.UTC).plusDays(9)
                + "\",\"lines\":[{\"description\":\"Server\",\"quantity\":\"2\",\"unitPrice\":\"50.00\",\"taxRate\":\"19\"}]}";
        assertEquals("8.33", api.post(all + "/preview", body).expect(200).text("/mrr"));
        Reply made = api.post(all, body).expect(201);
        String one = "/api/v1/subscriptions/" + made.text("/id");
        assertTrue(made.header("Location").orElse("").endsWith(one));
        String tag = api.get(one).expect(200).header("ETag").orElseThrow();
        assertEquals("119.00", api.get(one + "/next-invoice").expect(200).text("/invoice/total"));
        assertEquals(
                "100",
                api.with("If-Match", tag)
                        .patch(one, "{\"interval\":\"MONTHLY\",\"trialDays\":100}")
                        .expect(200)
                        .text("/trialDays"));
        api.with("If-Match", tag).patch(one, "{\"trialDays\":0}").expect(412);
        api.with("If-Match", tag).post(one + "/pause", "").expect(412);
        assertEquals("TRIAL", api.get(all).expect(200).text("/items/0/state"));
        assertEquals("OUT_OF_RANGE", api.patch(one, "{\"every\":0}").expect(422).text("/errors/0/code"));
        assertEquals("PAUSED", api.post(one + "/pause", "").expect(200).text("/state"));
        api.get(one + "/next-invoice").expect(404);
        assertEquals("PAUSED", api.post(one + "/pause", "").expect(409).text("/code"));
        assertEquals("TRIAL", api.post(one + "/resume", "").expect(200).text("/state"));
        String leaving = "{\"when\":\"END_OF_PERIOD\",\"reason\":\"Moved\"}";
        assertEquals("Moved", api.post(one + "/cancel", leaving).expect(200).text("/cancelReason"));
        assertEquals(
                "CANCELLED",
                api.post(one + "/cancel", "{\"reason\":\"At once\"}")
                        .expect(200)
                        .text("/state"));
        assertEquals("OVER", api.post(one + "/resume", "").expect(409).text("/code"));
        assertEquals(0, api.get(one + "/invoices").expect(200).at("/items").size());
        assertEquals(
                0,
                api.get("/api/v1/customers/" + customer + "/recurring-revenue")
                        .expect(200)
                        .at("/items")
                        .size());
        api.delete(one).expect(204);
        api.get(one).expect(404);
    }

    /** S4-135, S4-136: kept, listed, given out as a download, made internal and removed. */
    @Test
    void anInvoiceAndACreditMemoHaveFiles(Api api) {
        String customer = customer(api);
        byte[] bytes = "delivered".getBytes(StandardCharsets.UTF_8);
        for (String documents : List.of("invoices", "credit-memos")) {
            String one = "/api/v1/" + documents + "/"
                    + api.post("/api/v1/" + documents, invoice(customer, "DRAFT"))
                            .expect(201)
                            .text("/id");
            Reply kept = api.upload(one + "/attachments", "note.txt", bytes, Map.of())
                    .expect(201);
            String file = "/api/v1/document-attachments/" + kept.text("/id");
            assertTrue(kept.header("Location").orElse("").endsWith(file));
            assertEquals("note.txt", api.get(one + "/attachments").expect(200).text("/items/0/name"));
            assertArrayEquals(bytes, api.get(file + "/content").expect(200).bytes());
            assertEquals(
                    "true", api.patch(file, "{\"internal\":true}").expect(200).text("/internal"));
            api.with("If-Match", "\"1\"").patch(file, "{\"internal\":false}").expect(412);
            api.get("/api/v1/attachments/" + kept.text("/id")).expect(404);
            assertEquals(
                    "TYPE_NOT_ALLOWED",
                    api.upload(one + "/attachments", "a.exe", bytes, Map.of())
                            .expect(422)
                            .text("/errors/0/code"));
            api.delete(file).expect(204);
            api.get(file).expect(404);
        }
        api.upload("/api/v1/invoices/999999999/attachments", "a.txt", bytes, Map.of())
                .expect(404);
    }

    @Test
    void badInputIsRefusedByField(Api api) {
        String customer = customer(api);
        Reply refused = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer + ",\"issueDate\":\"2026-11-21\",\"dueDate\":\"2026-11-20\","
                                + "\"lines\":[{\"description\":\"\",\"unitPrice\":\"1\",\"taxRate\":\"101\"}]}")
                .expect(422);
        assertEquals("dueDate", refused.text("/errors/0/field"));
        assertEquals("lines[0].description", refused.text("/errors/1/field"));
        assertEquals("lines[0].taxRate", refused.text("/errors/2/field"));
        api.post("/api/v1/credits", "{\"customerId\":" + customer + ",\"amount\":\"1.001\"}")
                .expect(422);
        api.post("/api/v1/payments", "{\"customerId\":999999999,\"amount\":\"1.00\"}")
                .expect(404);
        api.get("/api/v1/invoices/999999999").expect(404);
        api.get("/api/v1/invoices?status=DONE").expect(422);
        api.patch("/api/v1/receivable-settings/1", "{\"termsDays\":-1}").expect(422);
        assertEquals(
                "14",
                api.patch("/api/v1/receivable-settings/1", "{\"termsDays\":14}")
                        .expect(200)
                        .text("/termsDays"));
    }

    @Test
    void aTaxRateOfTheListIsTakenByItsCode(Api api) {
        String code = "T" + System.nanoTime() % 1_000_000_000;
        api.post("/api/v1/tax-rates", "{\"code\":\"" + code + "\",\"name\":\"Tax\",\"percent\":\"7\"}")
                .expect(201);
        api.post("/api/v1/tax-rates", "{\"code\":\"" + code + "\",\"name\":\"Tax\",\"percent\":\"7\"}")
                .expect(409);
        api.post(
                        "/api/v1/sales-items",
                        "{\"code\":\"" + code
                                + "\",\"name\":\"Thing\",\"unitPrice\":\"10\",\"currency\":\"USD\",\"taxCode\":\""
                                + code + "\"}")
                .expect(201);
        Reply made = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer(api) + ",\"lines\":[{\"itemCode\":\"" + code + "\"}]}")
                .expect(201);
        assertEquals("10.70", made.text("/total"));
        assertEquals("Thing", made.text("/lines/0/description"));
    }

    /** Comes last by its name: whatever the others did, it balances. */
    @Test
    void zTheLedgerIsProved(Api api) {
        Reply proof = api.get("/api/v1/ledger/proof").expect(200);
        assertTrue(proof.at("/holds").asBoolean(), proof::body);
    }

    private static String invoice(String customer, String status) {
        return "{\"customerId\":" + customer + ",\"status\":\"" + status
                + "\",\"lines\":[{\"description\":\"Work\",\"quantity\":\"2\",\"unitPrice\":\"50.00\",\"taxRate\":\"19\"}]}";
    }

    private static String customer(Api api) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Ledger "
                                + System.nanoTime() + "\"}")
                .expect(201)
                .text("/id");
    }
}
