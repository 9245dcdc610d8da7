package org.kontor.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

@ExtendWith(OnKontor.class)
class ImportsIT {

    private static final String REV23 = """
            FirstName,LastName,Email,PhoneNumber,Birthdate,Notes,Visits
            Ada,Import,ada.import@example.org,+1 303 555 0101,1988-05-01,Likes tea,3
            Bo,Import,not an address,,,,1
            ,,,,,,
            Cleo,Import,cleo.import@example.org,,1990-02-03 00:00:00.000,,
            """;

    private static final String GOOGLE = """
            First Name,Middle Name,Last Name,Nickname,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
            Gus,,Imported,,,,"Two
            lines",* myContacts,Home,gus.imported@example.org ::: gus2.imported@example.org,Mobile,+1 303 555 0102
            """;

    @Test
    void bothBundledFormatsAreOffered(Api api) {
        Reply formats = api.get("/api/v1/import-formats").expect(200);
        assertTrue(formats.body().contains("rev23"), formats.body());
        assertTrue(formats.body().contains("google"), formats.body());
        Reply connectors = api.get("/api/v1/connectors").expect(200);
        assertTrue(connectors.body().contains("\"UP\""), connectors.body());
    }

    @Test
    void aRev23FileComesInAndTheSameFileAgainCreatesNothingS306S330(Api api) {
        Reply dry = run(api, REV23, Map.of("dryRun", "true"));
        counts(dry, 3, 2, 0, 1);
        Reply done = run(api, REV23, Map.of());
        counts(done, 3, 2, 0, 1);
        assertEquals("Visits", done.text("/ignoredColumns/0"));
        assertEquals("2", done.text("/problems/0/row"));
        assertEquals("3", done.text("/problems/0/line"));
        assertEquals("Email", done.text("/problems/0/column"));
        assertTrue(done.header("ETag").isPresent());

        counts(run(api, REV23, Map.of("onDuplicate", "CREATE")), 3, 0, 2, 1);

        String id = done.text("/id");
        String failed = api.get("/api/v1/imports/" + id + "/failed-rows.csv")
                .expect(200)
                .body();
        assertTrue(failed.contains(",Bo,Import,not an address,,,,1"), failed);
        Reply problems =
                api.get("/api/v1/imports/" + id + "/problems?outcome=REJECTED").expect(200);
        assertEquals("2", problems.text("/items/0/row"));
        Reply found = api.get("/api/v1/customers?q=ada.import").expect(200);
        assertEquals("Ada Import", found.text("/items/0/displayName"));
    }

    @Test
    void aGoogleFileComesInWithItsSecondAddress(Api api) {
        counts(run(api, GOOGLE, Map.of()), 1, 1, 0, 0);
        Reply found = api.get("/api/v1/customers?q=gus2.imported").expect(200);
        assertEquals("Gus Imported", found.text("/items/0/displayName"));
    }

    @Test
    void aHeaderErrorRefusesTheFileWithASuggestionS312(Api api) {
        Reply refused =
                upload(api, "First Name,LastName,Email,PhoneNumber,Birthdate\nA,B,,,\n", Map.of("format", "rev23"));
        refused.expect(422);
        assertTrue(refused.body().contains("FirstName"), refused.body());
        assertEquals(422, upload(api, "", Map.of()).status());
        assertEquals(422, upload(api, REV23, Map.of("mapping", "{\"a\":\"b\"}")).status());
        assertEquals(422, upload(api, REV23, Map.of("format", "none")).status());
    }

    @Test
    void aCharsetThatIsNotCertainIsAskedForAndChangedS329(Api api) {
        String greek =
                "FirstName,LastName,Email,PhoneNumber,Birthdate,Notes,Visits\nEleni,\u03a0\u03b1\u03c0\u03c0\u03ac\u03c2,,,,,\n";
        Reply uploaded = api.upload(
                        "/api/v1/imports",
                        "people.csv",
                        greek.getBytes(Charset.forName("windows-1253")),
                        Map.of("start", "false"))
                .expect(202);
        assertEquals("false", uploaded.text("/charsetCertain"));
        String path = "/api/v1/imports/" + uploaded.text("/id");
        Reply charsets = api.get(path + "/charsets").expect(200);
        assertEquals(uploaded.text("/charset"), charsets.text("/0/charset"));
        assertTrue(charsets.text("/0/lines/0").startsWith("Eleni,"), charsets.body());
        api.send("PUT", path + "/reading", "application/json", "{\"charset\": \"nonsense\"}")
                .expect(422);
        Reply read = api.send("PUT", path + "/reading", "application/json", "{\"charset\": \"windows-1253\"}")
                .expect(200);
        assertEquals("windows-1253", read.text("/charset"));
        assertEquals("true", read.text("/charsetCertain"));
        assertTrue(api.get(path + "/preview").expect(200).body().contains("\u03a0\u03b1\u03c0\u03c0\u03ac\u03c2"));
    }

    /** S4-68: a dry run posts nothing, the run does, and the ledger holds. */
    @Test
    void invoicesOfAnyFileComeIntoTheLedger(Api api) {
        String file = "Kunde,Nr,Datum,Betrag,Bezahlt\nImported Ledger Ltd,IMP-1,2024-01-10,100.00,2024-02-01\n"
                + "Imported Ledger Ltd,IMP-2,2024-01-20,250.50,\nImported Ledger Ltd,IMP-3,,5.00,\n";
        String mapping = "{\"Kunde\":\"companyName\",\"Nr\":\"documentNumber\",\"Datum\":\"documentDate\","
                + "\"Betrag\":\"amount\",\"Bezahlt\":\"settledOn\"}";
        counts(run(api, file, Map.of("mapping", mapping, "dryRun", "true")), 3, 2, 0, 1);
        assertEquals(
                0,
                api.get("/api/v1/invoices?number=IMP-2")
                        .expect(200)
                        .at("/items")
                        .size());
        counts(run(api, file, Map.of("mapping", mapping)), 3, 2, 0, 1);
        Reply found = api.get("/api/v1/invoices?number=IMP-1").expect(200);
        assertEquals("PAID", found.text("/items/0/status"));
        assertEquals("true", api.get("/api/v1/ledger/proof").expect(200).text("/holds"));
        counts(run(api, file, Map.of("mapping", mapping)), 3, 0, 2, 1);
    }

    @Test
    void whoMayNotImportIsRefused(Api api) {
        assertEquals(401, api.anonymous().get("/api/v1/imports").status());
    }

    static Reply upload(Api api, String file, Map<String, String> fields) {
        return api.upload("/api/v1/imports", "people.csv", file.getBytes(StandardCharsets.UTF_8), fields);
    }

    private static Reply run(Api api, String file, Map<String, String> fields) {
        Reply accepted = upload(api, file, fields).expect(202);
        String path = "/api/v1/imports/" + accepted.text("/id");
        assertTrue(accepted.header("Location").orElse("").endsWith(path), accepted.toString());
        return api.await(
                path,
                r -> r.text("/state").equals("SUCCEEDED") || r.text("/state").equals("FAILED"));
    }

    private static void counts(Reply done, int rows, int created, int skipped, int failed) {
        assertEquals("SUCCEEDED", done.text("/state"), done.toString());
        assertEquals(
                rows + " " + created + " " + skipped + " " + failed,
                done.text("/rowsRead") + " " + done.text("/created") + " " + done.text("/skipped") + " "
                        + done.text("/failed"));
    }
}
