package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

/** Invoices as files, in the container that ships. */
@ExtendWith(OnKontor.class)
class DocumentRestIT {

    /** S4-23. */
    @Test
    void statementsForAllAreADurableJob(Api api) {
        String run = api.post("/api/v1/statement-runs", "{\"form\":\"OPEN_ITEM\"}")
                .expect(202)
                .text("/id");
        String one = "/api/v1/statement-runs/" + run;
        api.await(one, reply -> reply.text("/state").equals("SUCCEEDED"));
        assertEquals(
                "PK",
                new String(api.get(one + "/statements.zip").expect(200).bytes(), 0, 2, StandardCharsets.US_ASCII));
        assertEquals("RUN_OVER", api.post(one + "/cancel", "").expect(409).text("/code"));
        api.post(
                        "/api/v1/statement-runs",
                        "{\"form\":\"BALANCE_FORWARD\",\"asOf\":\"2026-01-01\",\"from\":\"2026-02-01\"}")
                .expect(422);
    }

    /** S4-16. */
    @Test
    void anInvoiceIsDownloadedAsPdfAndForMachines(Api api) {
        Reply letterhead = api.get("/api/v1/letterheads/1").expect(200);
        api.with("If-Match", letterhead.header("ETag").orElseThrow())
                .patch(
                        "/api/v1/letterheads/1",
                        "{\"locale\":\"de-DE\",\"vatId\":\"DE136695976\",\"email\":\"billing@example.com\",\"address\":{\"line1\":\"Hafenstraße 7\","
                                + "\"line2\":\"\",\"city\":\"Hamburg\",\"state\":\"\",\"postalCode\":\"20457\",\"country\":\"DE\"}}")
                .expect(200);
        String refused = api.patch("/api/v1/letterheads/1", "{\"iban\":\"DE00\",\"accent\":\"red\"}")
                .expect(422)
                .body();
        assertTrue(refused.contains("\"iban\"") && refused.contains("\"accent\""), refused);
        api.send("PUT", "/api/v1/letterheads/1/logo", "image/png", "no picture").expect(422);

        String customer = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Paper Test\",\"emails\":[\"in@example.org\"],"
                                + "\"address\":{\"line1\":\"1 Main St\",\"line2\":\"\",\"city\":\"Berlin\",\"state\":\"\",\"postalCode\":\"10115\","
                                + "\"country\":\"DE\"}}")
                .expect(201)
                .text("/id");
        String line = "{\"description\":\"Work\",\"quantity\":\"3\",\"unitPrice\":\"40.00\",\"taxRate\":\"19\"}";
        String draft = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer + ",\"currency\":\"EUR\",\"lines\":[" + line + "]}")
                .expect(201)
                .text("/id");
        String one = "/api/v1/invoices/" + draft;
        assertEquals("NOT_ISSUED", api.get(one + "/ubl.xml").expect(409).text("/code"));
        api.post(one + "/issue", "").expect(200);

        Reply pdf = api.get(one + "/pdf").expect(200);
        assertEquals("application/pdf", pdf.header("Content-Type").orElseThrow());
        assertTrue(pdf.header("Content-Disposition").orElseThrow().contains("invoice-INV-"), pdf.toString());
        assertEquals("%PDF-", new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII));
        assertArrayEquals(pdf.bytes(), api.get(one + "/pdf").expect(200).bytes());
        assertTrue(api.get(one + "/factur-x.xml").expect(200).body().contains("urn:cen.eu:en16931:2017"));
        assertTrue(api.get(one + "/ubl.xml").expect(200).body().contains("peppol"));
        api.get("/api/v1/credit-memos/" + draft + "/pdf").expect(404);
        String stated = "/api/v1/customers/" + customer + "/statement";
        Reply statement = api.with("Accept", "application/pdf")
                .get(stated + "?form=BALANCE_FORWARD")
                .expect(200);
        Reply figures = api.get(stated + "?form=BALANCE_FORWARD").expect(200);
        assertEquals("BALANCE_FORWARD", figures.text("/form"));
        assertEquals(
                figures.text("/sections/0/balance"), api.get(stated).expect(200).text("/sections/0/lines/0/open"));
        assertEquals("%PDF-", new String(statement.bytes(), 0, 5, StandardCharsets.US_ASCII));
        api.get("/api/v1/customers/" + customer + "/statement?asOf=never").expect(422);
        assertEquals(
                "PK",
                new String(
                        api.get("/api/v1/invoices/documents.zip?ids=" + draft)
                                .expect(200)
                                .bytes(),
                        0,
                        2,
                        StandardCharsets.US_ASCII));
        assertTrue(api.get("/api/v1/audit?kind=document").expect(200).body().contains("as PDF"));
    }
}
