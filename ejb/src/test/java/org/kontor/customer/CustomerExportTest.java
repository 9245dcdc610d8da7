package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.shared.SpreadsheetText;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class CustomerExportTest {

    private static final Caller EVA = new Caller(3, "eva", Set.of("export:customer", "import:customer"));

    private final TestKontor kontor = new TestKontor();

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S3-32, S3-35, S3-36. */
    @Test
    void theListComesAsCsvWithFormulasMadeHarmlessAndIsWrittenDown() {
        create(
                Drafts.person("=1+1", "Berg")
                        .phone(PhoneType.MOBILE, "+13032027332")
                        .externalId("re;vio", "a:b", "8%81"),
                Drafts.business("Acme, \"Inc\"").emails("a@example.org", "b@example.org"));

        String[] lines = export(CustomerQuery.all()).split("\r\n", -1);

        assertTrue(lines[0].startsWith("KontorId,AccountNumber,AccountType,"), lines[0]);
        assertFalse(lines[0].toLowerCase(java.util.Locale.ROOT).contains("medical"), lines[0]);
        assertTrue(lines[1].contains("'=1+1 Berg"), lines[1]);
        assertTrue(lines[1].contains(",MOBILE:+13032027332,"), lines[1]);
        assertTrue(lines[1].contains("re%3Bvio:a%3Ab:8%2581"), lines[1]);
        assertEquals(
                List.of(List.of("re;vio", "a:b", "8%81"), List.of("x")), ListCell.parse("re%3Bvio:a%3Ab:8%2581; x"));
        assertTrue(lines[2].contains("\"Acme, \"\"Inc\"\"\""), lines[2]);
        assertTrue(lines[2].contains("\"a@example.org, b@example.org\""), lines[2]);
        assertEquals(4, lines.length);
        assertEquals(
                "eva customers: not archived",
                kontor.sql("select actor || ' ' || subject from access_event where kind = 'customer.exported'"));
    }

    @Test
    void onlyTheCustomersOfTheListAreExported() {
        create(Drafts.person("Anna", "Berg"), Drafts.business("Acme"), Drafts.business("Beta"));
        kontor.sql("insert into import_row_key (key, customer_id, import_id) select gen_random_uuid(), id, 77"
                + " from customer where company_name = 'Beta'");
        CustomerQuery all = CustomerQuery.all();
        CustomerQuery words = new CustomerQuery(
                "acme", Set.of(), Optional.empty(), Optional.empty(), Optional.of(false), all.sort(), false);
        CustomerQuery imported = new CustomerQuery(
                        "", Set.of(), Optional.empty(), Optional.empty(), Optional.of(false), all.sort(), false)
                .ofImport(Optional.of(77L));

        assertEquals(3, export(words).split("\r\n", -1).length);
        String ofImport = export(imported);
        assertTrue(ofImport.contains("Beta") && !ofImport.contains("Acme"), ofImport);
        assertEquals(
                List.of("Beta"),
                kontor.asSystem(() -> kontor.get(Customers.class).rows(imported, 0, 10)).stream()
                        .map(CustomerRow::displayName)
                        .toList());
    }

    /** S3-36. */
    @Test
    void whatIsWrittenDownNamesTheMarksByWhichTheListWasNarrowed() {
        CustomerQuery.Marked marked = new CustomerQuery.Marked(
                Set.of("VIP"),
                Set.of("Behavior: Late"),
                Set.of(CustomerHealth.AT_RISK),
                Optional.of("eva"),
                Map.of("segment", "what somebody typed"));
        export(CustomerQuery.all().with(marked));
        assertEquals(
                "customers: not archived, tag VIP, flag Behavior: Late, health AT_RISK, owner eva, by custom field segment",
                kontor.sql("select subject from access_event where kind = 'customer.exported'"));
    }

    @Test
    void manyCustomersAreReadFromACursor() {
        List<Drafts> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(Drafts.business("Company " + i));
        }
        create(many.toArray(Drafts[]::new));
        long[] written = new long[2];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written[0] += length;
                written[1] = Math.max(written[1], length);
            }
        };
        kontor.as(EVA, () -> {
            kontor.get(CustomerExport.class).write(CustomerQuery.all(), counting);
            return 0;
        });
        assertTrue(written[0] > 5_000 * 60, "bytes " + written[0]);
        assertTrue(written[1] < 100_000, "largest piece " + written[1]);
    }

    /** S3-34, S3-36. */
    @Test
    void whatWasMadeHarmlessIsReadBackWithoutLoss() {
        for (String text : List.of(
                "", "a", "=1+1", "'=1+1", "''=x", "-5", "+1 303", "-x", "@a", "'", "'a", "\tx", "\r", "=", "+",
                "--1")) {
            String cell = SpreadsheetText.harmless(text);
            assertEquals(text, SpreadsheetText.original(cell));
            assertFalse(cell.startsWith("=") || cell.startsWith("@"), cell);
        }
        assertEquals("+1 303 202", SpreadsheetText.harmless("+1 303 202"));
        assertEquals("'+1+cmd", SpreadsheetText.harmless("+1+cmd"));
    }

    private void create(Drafts... drafts) {
        List<CustomerRules.Checked> checked =
                List.of(drafts).stream().map(Drafts::checked).toList();
        kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(checked, 1));
    }

    private String export(CustomerQuery query) {
        return kontor.as(EVA, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CustomerExport export = kontor.get(CustomerExport.class);
            export.begin(query);
            export.write(query, out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }
}
