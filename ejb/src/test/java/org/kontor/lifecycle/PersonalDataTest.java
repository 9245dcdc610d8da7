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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.Drafts;
import org.kontor.medical.MedicalAnswer;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalIntake;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.Attachments;
import org.kontor.note.Notes;
import org.kontor.receivable.DocumentAttachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.OwnedTable;
import org.kontor.testing.OnPostgres;

/** All data of one customer in a file. */
@OnPostgres
class PersonalDataTest {

    private static final String WORD = "Zyxomarker";

    /**
     * Columns that tell nothing more of the customer: who of the staff wrote a row, what is made of other columns to be found or
     * compared, how a document looks and who sold, keys; secrets, and what vaults and remote systems call them. Files are files.
     */
    private static final Pattern KEPT_BACK = Pattern.compile(
            "_(by|hash)$"
                    + "|\\.(sort_name|match_name|search_text|linked_fields|entered_at|entered_before|entered_after|upstream)$"
                    + "|\\.(template|tax_rounding|seller|ways|key|hash_key|shopper_id|method_id|sending_key|remote_id|remote_version|removal)$"
                    + "|^(statement_paper|message_file)\\.content$|^erasure\\.(erased|kept)$|^erasure_step\\.(subject|code)$|^import_obstacle\\.code$");

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

    /** of each declared table, and every column in which something is kept but those that are made of others. */
    @Test
    void nothingThatIsKeptIsLeftOut() {
        long id = bench.register(bench.person(WORD, WORD));
        List<String> planted = new Planting(bench.kontor, WORD).plant(id);
        // What is encrypted or in pieces is read by its feature, which would not find its way in a planted row.
        for (String table : List.of("medical_record", "medical_set_aside", "attachment_piece", "attachment")) {
            bench.kontor.sql("delete from " + table);
        }
        Set<OwnedTable> there = bench.kontor
                .asSystem(() -> bench.kontor.get(OwnedRemoval.class).counts(id))
                .keySet();
        assertTrue(there.size() > planted.size() - 8, there::toString);
        Map<String, String> files = export(id);
        JsonObject json =
                Json.createReader(new StringReader(files.get("data.json"))).readObject();
        List<String> found = Planting.found(bench.kontor, WORD);
        List<String> left = new ArrayList<>();
        for (OwnedTable table : there) {
            String rows = String.valueOf(json.get(camel(table.noun())));
            if (!table.export().isEmpty()) {
                assertTrue(rows.startsWith("[{"), table.noun() + " " + rows);
            }
            found.stream()
                    .filter(place -> !table.export().isEmpty() && place.startsWith(table.table() + "."))
                    .filter(place -> !table.export().contains(place.substring(place.indexOf('.') + 1)))
                    .forEach(left::add);
        }
        left.removeIf(place -> KEPT_BACK.matcher(place).find());
        assertEquals(List.of(), left);
        assertEquals(
                2,
                files.entrySet().stream()
                        .filter(file -> file.getKey().startsWith("files/")
                                && file.getValue().equals(WORD))
                        .count(),
                files.keySet()::toString);
    }

    private static String camel(String noun) {
        return Pattern.compile("-(.)").matcher(noun).replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    /** X-33, S3-65: medical answers as they were before a merge, too. */
    @Test
    void answersThatWereSetAsideAreGivenOut() {
        long stays = bench.register(Drafts.person("Anna", "Berg"));
        long goes = bench.register(Drafts.person("Ann", "Berg"));
        bench.kontor.asSystem(() -> {
            bench.kontor
                    .get(MedicalIntake.class)
                    .add(
                            goes,
                            List.of(new MedicalConditionDraft(
                                    "Diabetes", Optional.of(MedicalAnswer.YES), "since May")));
            return bench.kontor.get(Merges.class).merge(new MergeDraft(stays, List.of(goes)));
        });
        JsonObject json = Json.createReader(new StringReader(export(stays).get("data.json")))
                .readObject();
        JsonObject aside = json.getJsonArray("medicalSetAside").getJsonObject(0);
        assertEquals(goes, aside.getInt("formerId"));
        assertEquals("since May", aside.getJsonArray("answers").getJsonObject(0).getString("text"));
        assertTrue(json.getJsonArray("formerId").toString().contains(Long.toString(goes)));
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
