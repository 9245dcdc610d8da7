package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.PhoneType;
import org.kontor.settings.CompanySettings;
import org.kontor.settings.SettingsDraft;
import org.kontor.shared.AppException;
import org.kontor.shared.PieceStream;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;

/** What a merge left of people anywhere goes with their erasure, whether it is in force or was taken back. */
@OnPostgres
class MergedErasuresTest {

    private static final String WORD = "Zyxomarker";
    private static final LocalDate BORN = LocalDate.of(1977, 6, 5);
    private static final String PHONE = "+13035550177";

    private final ErasureBench bench = new ErasureBench();
    private final Merges merges = bench.kontor.get(Merges.class);

    @AfterEach
    void close() {
        bench.close();
    }

    private static Drafts marked() {
        return Drafts.person(WORD, "Holm")
                .accountNumber("ZX-99001")
                .emails(WORD + "@mail.example")
                .phone(PhoneType.MOBILE, PHONE)
                .website("https://" + WORD + ".example")
                .born(BORN);
    }

    private long merge(long target, long... sources) {
        List<Long> ids = java.util.Arrays.stream(sources).boxed().toList();
        return bench.kontor
                .asSystem(() -> merges.merge(new MergeDraft(target, ids)))
                .id();
    }

    private void undo(long merge) {
        bench.kontor.asSystem(() -> merges.undo(merge, false));
    }

    private void erase(long customer) {
        ErasureView done = bench.run(bench.erase(customer).id());
        assertEquals(ErasureState.COMPLETED, done.state(), done::toString);
    }

    /** S4-98: numbers of contacts tell of the erasure, also those of contacts who became one with another; numbers alone are kept. */
    @Test
    void numbersOfContactsTellOfTheErasure() {
        long stays = bench.register(Drafts.person("Anna", "Berg").emails("anna@mail.example"));
        long goes = bench.register(Drafts.person("Anna", "Berg").emails("anna@mail.example"));
        List<Long> contacts = java.util.Arrays.stream(bench.kontor
                        .sql("select string_agg(id::text, ',' order by id) from contact")
                        .split(","))
                .map(Long::valueOf)
                .toList();
        assertEquals(2, contacts.size());
        merge(stays, goes);
        assertEquals("1", bench.kontor.sql("select count(*) from contact"));
        contacts.forEach(id -> assertFalse(gone(id)));
        erase(stays);
        contacts.forEach(id -> assertTrue(gone(id), id::toString));
        assertFalse(gone(999_999));
    }

    private boolean gone(long contact) {
        return bench.kontor.asSystem(() -> bench.erasures.contactWasErased(contact));
    }

    /** S4-91, S4-98, X-30: who was merged by mistake and taken out again leaves nothing with the one who stayed. */
    @Test
    void nothingStaysWithWhomSomebodyWasMergedByMistake() {
        long stays = bench.register(Drafts.person("Anna", "Berg"));
        long goes = bench.register(marked());
        long merge = merge(stays, goes);
        assertTrue(Planting.found(bench.kontor, WORD).contains("timeline_entry.changes"));
        // Somebody mends a field meanwhile, on what is one customer then.
        bench.kontor.asSystem(() -> {
            Customers customers = bench.kontor.get(Customers.class);
            var now = customers.find(stays).orElseThrow();
            return customers.revise(
                    stays,
                    now.version(),
                    Drafts.person("Anna", "Berg").emails("other@mail.example").draft());
        });
        bench.kontor.asSystem(() -> merges.undo(merge, true));
        String history = bench.kontor.sql("select count(*) from timeline_entry where customer_id = " + stays);

        erase(goes);

        for (String mark : List.of(WORD, PHONE, BORN.toString())) {
            assertEquals(List.of(), Planting.found(bench.kontor, mark), mark);
        }
        assertEquals(
                history,
                bench.kontor.sql("select count(*) from timeline_entry where customer_id = " + stays),
                "that something was changed stays known");
        assertEquals(
                "1",
                bench.kontor.sql("select count(*) from timeline_entry where kind = 'customer.merged'"
                        + " and customer_id = " + stays));
    }

    /** taking back alone leaves nothing of it in the history of the other; what else was changed there stays to be read. */
    @Test
    void takingBackTakesTheValuesOutOfTheHistory() {
        long stays = bench.register(Drafts.person("Anna", "Berg"));
        bench.kontor.asSystem(() -> {
            Customers customers = bench.kontor.get(Customers.class);
            return customers.revise(
                    stays,
                    1,
                    Drafts.person("Anna", "Berg").emails("anna@mail.example").draft());
        });
        long merge = merge(stays, bench.register(marked()));
        assertEquals("1", entries(stays, WORD));

        undo(merge);

        assertEquals("0", entries(stays, WORD));
        assertEquals("0", entries(stays, BORN.toString()));
        assertEquals("1", entries(stays, "[\"\", \"anna@mail.example\"]"));
        assertTrue(
                Integer.parseInt(bench.kontor.sql("select count(*) from timeline_entry where customer_id = " + stays
                                + " and kind = 'customer.updated' and details ->> 'mergeId' = '" + merge
                                + "' and changes -> 'birthdate' = '[\"\", \"\"]'"))
                        > 0,
                "which fields they were stays known");
    }

    private String entries(long customer, String text) {
        return bench.kontor.sql("select count(*) from timeline_entry where kind = 'customer.updated' and customer_id = "
                + customer + " and strpos(changes::text, '" + text + "') > 0");
    }

    /** S4-91, X-33: files, answers of subscribers and dry runs that name a former customer. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNamesAFormerCustomerGoes(boolean irreversible) {
        if (irreversible) {
            bench.kontor.asSystem(() -> {
                CompanySettings settings = bench.kontor.get(CompanySettings.class);
                return settings.revise(
                        settings.show().version(),
                        new SettingsDraft(Map.of("mergesAreFinal", Optional.of(jakarta.json.JsonValue.TRUE))));
            });
        }
        long stays = bench.register(Drafts.person("Anna", "Berg"));
        long goes = bench.register(Drafts.business(WORD + " Ltd").accountNumber("ZX-99001"));
        long between = bench.register(Drafts.business("Between Ltd"));
        long brought = file("brought.csv", "Number\n17\n");
        bench.kontor.sql("insert into import_row_key values (gen_random_uuid(), " + goes + ", " + brought + ")");
        long named = file("named.csv", "Company\n" + WORD.toUpperCase(java.util.Locale.ROOT) + " Ltd\n");
        long numbered = file("numbered.csv", "Number\nZX-99001\n");
        long others = file("others.csv", "Company\nElsewhere Ltd\n");
        bench.kontor.sql(
                "insert into app_user (id, version, created_at, created_by, updated_at, updated_by, login, display_name,"
                        + " email, password_hash, must_change_password, active, credential_stamp) values"
                        + " (7, 1, now(), 'x', now(), 'x', 'anna', 'Anna', '', '', false, true, 0)");
        bench.kontor.sql("insert into webhook values (1, 1, now(), 'x', now(), 'x', 7, 'https://example.org', '',"
                + " '{customer.created}', true, '\\x00', 0, 0, null)");
        bench.kontor.sql(
                "insert into webhook_delivery (webhook_id, event, customer_id, subject_id, occurred_at, queued_at,"
                        + " next_at, state, attempts, answer, millis) values (1, 'customer.created', " + goes
                        + ", 0, now(), now(), now(), 'DELIVERED', 1, 'Thanks for " + WORD + "', 1)");
        merge(between, goes);
        merge(stays, between);

        erase(stays);

        assertEquals(
                Long.toString(others), bench.kontor.sql("select string_agg(import_id::text, ',') from import_piece"));
        assertEquals(List.of(), Planting.found(bench.kontor, WORD), brought + " " + named + " " + numbered);
    }

    private long file(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bench.kontor.asSystem(() -> {
            long id = Sql.one(
                            bench.kontor.dataSource(),
                            "insert into import_run (created_at, created_by, user_id, updated_at, file_name, file_size, sha256,"
                                    + " charset, delimiter, header, format, candidates, header_problems, ignored_columns, state,"
                                    + " dry_run, on_duplicate) values (now(), 'x', 1, now(), ?, 1, repeat('a', 64), 'UTF-8', ',',"
                                    + " '{}', 'generic', '{}', '{}', '{}', 'SUCCEEDED', false, 'SKIP') returning id",
                            Sql.of(name),
                            row -> row.getLong(1))
                    .orElseThrow();
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into import_piece (import_id, piece, content) values (?, 0, ?)",
                    Sql.of(id, PieceStream.compress(bytes, bytes.length)));
            return id;
        });
    }

    /** S4-102, X-29: nor does somebody come back as who they were before a merge. */
    @Test
    void aFormerCustomerDoesNotComeBack() {
        long stays = bench.register(
                Drafts.person("Anna", "Berg").born(LocalDate.of(1980, 1, 2)).emails("anna@mail.example"));
        merge(stays, bench.register(marked()));
        erase(stays);

        refused(Drafts.person(WORD, "Holm").born(BORN));
        refused(Drafts.person(WORD, "Holm").phone(PhoneType.WORK, PHONE));
        refused(Drafts.person("Else", "Else").emails(WORD + "@mail.example"));
        refused(Drafts.person("Anna", "Berg").born(LocalDate.of(1980, 1, 2)));
        assertTrue(bench.register(Drafts.person(WORD, "Holm").born(LocalDate.of(2001, 1, 1))) > 0);
    }

    private void refused(Drafts who) {
        assertEquals(
                "PERSON_ERASED",
                assertThrows(AppException.class, () -> bench.register(who)).code());
    }

    /** S4-96, S4-126: the numbers that led to a customer tell that they are gone, as the customer's own does. */
    @Test
    void formerNumbersTellOfTheErasure() {
        long stays = bench.register(Drafts.person("Anna", "Berg"));
        long between = bench.register(Drafts.business("Between Ltd"));
        long goes = bench.register(marked());
        long other = bench.register(Drafts.business("Other Ltd"));
        merge(between, goes);
        merge(stays, between);

        erase(stays);

        for (long gone : List.of(stays, between, goes)) {
            assertTrue(bench.kontor.asSystem(() -> bench.erasures.wasErased(gone)), Long.toString(gone));
        }
        assertFalse(bench.kontor.asSystem(() -> bench.erasures.wasErased(other)));
        assertFalse(bench.kontor.asSystem(() -> bench.erasures.wasErased(other + 1)));
    }
}
