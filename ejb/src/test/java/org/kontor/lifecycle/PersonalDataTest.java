package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.Drafts;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.Attachments;
import org.kontor.note.Notes;
import org.kontor.receivable.DocumentAttachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;

/** All data of one customer in a file. */
@OnPostgres
class PersonalDataTest {

    private final ErasureBench bench = new ErasureBench();
    private final PersonalData data = bench.kontor.get(PersonalData.class);

    @AfterEach
    void close() {
        bench.close();
    }

    /** everything, as JSON and to read, with the files; nothing of anybody else. */
    @Test
    void theFileHoldsEverything() {
        long id = bench.vaulted();
        long other = bench.register(Drafts.person("Other", "Person"));
        bench.kontor.asSystem(() -> {
            bench.kontor.get(Notes.class).add(id, "Likes <tea> & \"cake\"", false);
            bench.kontor.get(Notes.class).add(other, "Somebody else's", false);
            return bench.kontor
                    .get(Attachments.class)
                    .add(
                            id,
                            new AttachmentDraft("face.txt", "", false),
                            new ByteArrayInputStream("bytes".getBytes(StandardCharsets.UTF_8)));
        });
        InvoiceView invoice = new LedgerDesk(bench.kontor).invoice(id, "2026-11-01", "10.00");
        bench.kontor.asSystem(() -> bench.kontor
                .get(DocumentAttachments.class)
                .add(
                        DocumentKind.INVOICE,
                        invoice.id(),
                        new AttachmentDraft("proof.txt", "", true),
                        new ByteArrayInputStream("delivered".getBytes(StandardCharsets.UTF_8))));
        Map<String, String> files = export(id);
        JsonObject json =
                Json.createReader(new StringReader(files.get("data.json"))).readObject();
        assertEquals(
                "Yuki Tanaka", json.getJsonArray("customer").getJsonObject(0).getString("displayName"));
        assertEquals(
                "yuki@mail.example", json.getJsonArray("email").getJsonObject(0).getString("address"));
        assertEquals(1, json.getJsonArray("note").size());
        assertTrue(json.containsKey("timelineEntry"));
        assertTrue(files.get("data.html").contains("Likes &lt;tea&gt; &amp; &quot;cake&quot;"));
        assertEquals(
                1,
                files.entrySet().stream()
                        .filter(f ->
                                f.getKey().endsWith("-face.txt") && f.getValue().equals("bytes"))
                        .count());
        assertTrue(files.entrySet().stream()
                .anyMatch(f -> f.getKey().endsWith("-proof.txt") && f.getValue().equals("delivered")));
        assertTrue(files.values().stream().noneMatch(text -> text.contains("Somebody else")));
        assertEquals(
                "customer " + id,
                bench.kontor.sql("select subject from access_event where kind = 'personal-data.exported'"));
    }

    /** a part is not given out as the whole. */
    @Test
    void whoMayNotSeeAllOfItGetsNothing() {
        long id = bench.vaulted();
        bench.kontor.sql("insert into medical_record values (" + id + ", 1, now(), 'x', now(), 'x', '\\x00', 0)");
        Caller clerk = new Caller(7, "anna", Set.of("export:personal-data", "read:customer"));
        AppException refused = assertThrows(
                AppException.class,
                () -> bench.kontor.as(clerk, () -> {
                    data.begin(id);
                    return true;
                }));
        assertEquals(ErrorKind.FORBIDDEN, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("medical:customer"));
        assertEquals("0", bench.kontor.sql("select count(*) from access_event where kind = 'personal-data.exported'"));
    }

    private Map<String, String> export(long id) {
        byte[] zip = bench.kontor.asSystem(() -> {
            data.begin(id);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            data.write(id, out);
            return out.toByteArray();
        });
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
