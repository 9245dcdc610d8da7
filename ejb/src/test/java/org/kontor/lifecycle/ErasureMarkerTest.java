package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.SignInGuard;
import org.kontor.customer.Drafts;
import org.kontor.shared.PieceStream;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;

/** A word planted in every column of everything that a customer owns is nowhere in the database after the erasure. */
@OnPostgres
class ErasureMarkerTest {

    private static final String WORD = "Zyxomarker";

    private final ErasureBench bench = new ErasureBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** S4-91 to S4-99, X-27, X-33. */
    @Test
    void nothingIsFoundAnywhere() {
        long id = bench.register(bench.person(WORD, WORD)
                .externalId("books", "vendor", WORD)
                .externalId(Long.toString(bench.connection), "shopper", "9001" + WORD));
        long other = bench.register(Drafts.business("Other Ltd"));
        List<String> planted = new Planting(bench.kontor, WORD).plant(id);
        beside(id);
        List<String> before = Planting.found(bench.kontor, WORD);
        assertTrue(planted.size() > 30, planted::toString);
        assertTrue(before.size() > 90, before.size() + " " + before);

        String name = bench.kontor.asSystem(() -> bench.erasures.preview(id)).displayName();
        // Of what holds an erasure back there is nothing left when it happens.
        bench.kontor.sql("delete from payment_authorisation");
        long erasure =
                bench.kontor.asSystem(() -> bench.erasures.erase(id, name)).id();
        ErasureView done = bench.run(erasure);

        assertEquals(ErasureState.COMPLETED, done.state(), done::toString);
        List<String> after = Planting.found(bench.kontor, WORD);
        System.out.printf(
                "planted in %d tables that belong to customers, and beside them; looked through %s columns of %s tables;"
                        + " found before the erasure in %d columns, after it in %d%n",
                planted.size(),
                bench.kontor.sql("select count(*) from information_schema.columns where table_schema = 'public'"),
                bench.kontor.sql(
                        "select count(*) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"),
                before.size(),
                after.size());
        System.out.println("planted in: " + String.join(", ", planted));
        System.out.println("found in before: " + String.join(", ", before));
        assertEquals(List.of(), after);
        // The word is not seen there: one is compressed, the other a hash.
        assertEquals("0", bench.kontor.sql("select count(*) from import_piece"));
        assertEquals("0", bench.kontor.sql("select count(*) from sign_in_failure where subject like 'user %'"));
        assertEquals("1", bench.kontor.sql("select count(*) from customer where id = " + other));
        String certificate = bench.kontor
                .asSystem(() -> bench.kontor.get(ErasureCertificates.class).of(erasure))
                .toString();
        assertEquals(-1, certificate.toLowerCase().indexOf(WORD.toLowerCase()));
        planted.forEach(table -> assertTrue(
                done.erased().values().stream().allMatch(count -> count > 0)
                        && !done.erased().isEmpty(),
                table));
    }

    /** what a merge kept of those who went goes with the customer that stayed, and the certificate tells of it. */
    @Test
    void nothingOfThoseWhoWereMergedRemains() {
        long stays = bench.register(Drafts.person("Anna", "Berg").emails("anna@mail.example"));
        long goes = bench.register(Drafts.person(WORD, WORD).emails(WORD + "@mail.example"));
        bench.kontor.asSystem(() -> bench.kontor.get(Merges.class).merge(new MergeDraft(stays, List.of(goes))));
        assertTrue(Planting.found(bench.kontor, WORD).contains("merge_source.name"));

        long erasure = bench.erase(stays).id();
        ErasureView done = bench.run(erasure);

        assertEquals(ErasureState.COMPLETED, done.state(), done::toString);
        assertEquals(List.of(), Planting.found(bench.kontor, WORD));
        String certificate = bench.kontor
                .asSystem(() -> bench.kontor.get(ErasureCertificates.class).of(erasure))
                .getJsonObject("certificate")
                .getJsonObject("erased")
                .toString();
        assertTrue(certificate.contains("\"merge-source\":1"), certificate);
    }

    /** What no customer owns and may hold one all the same. */
    private void beside(long id) {
        bench.kontor.asSystem(() -> bench.kontor
                .get(SignInGuard.class)
                .count("portal " + WORD.toLowerCase(Locale.ROOT) + "@mail.example", "x"));
        byte[] file = ("First,Last,Email\nAnna,Berg,a@mail.example\n" + WORD + "," + WORD + ",x@mail.example\n")
                .getBytes(StandardCharsets.UTF_8);
        bench.kontor.asSystem(() -> {
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into import_run (created_at, created_by, user_id, updated_at, file_name, file_size, sha256, charset,"
                            + " delimiter, header, format, candidates, header_problems, ignored_columns, state, dry_run, on_duplicate)"
                            + " values (now(), 'x', 1, now(), ?, 1, repeat('a', 64), 'UTF-8', ',', ?::text[], 'generic', '{}', ?::text[], '{}',"
                            + " 'SUCCEEDED', false, 'SKIP')",
                    Sql.of(WORD + ".csv", new String[] {WORD, WORD, "Oslo"}, new String[] {"Mend " + WORD + " " + WORD
                    }));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into import_mapping (created_at, created_by, updated_at, name, header, header_hash, mapping)"
                            + " values (now(), 'x', now(), 'Mine', ?::text[], 'x', '{}')",
                    Sql.of((Object) new String[] {WORD, WORD, "Oslo"}));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into import_piece (import_id, piece, content) select max(id), 0, ? from import_run",
                    Sql.of((Object) PieceStream.compress(file, file.length)));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into import_problem select max(id), 2, 0, 3, 'Email', ?, 'X', ?, 'REJECTED' from import_run",
                    Sql.of(WORD, "Mend " + WORD));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into vault_notice (connection_id, received_at, digest, subject, event, reference, key, payer, outcome,"
                            + " next_at) values (?, now(), 'a', 'CHARGE', 'CHARGE', ?, ?, ?, 'OPEN', now() + interval '1 hour')",
                    Sql.of(bench.connection, "c" + WORD, "k" + WORD, "9001" + WORD));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into vault_notice (connection_id, received_at, digest, subject, event, reference, key, payer, outcome,"
                            + " settled_at, customer_ids) values (?, now(), 'b', 'REFUND', 'REFUND', ?, '', '', 'RECORDED', now(),"
                            + " array[?::bigint])",
                    Sql.of(bench.connection, "r" + WORD, id));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into idempotency_key values (1, 'k', decode(repeat('ab', 32), 'hex'), now(), 201, ?, ?)",
                    Sql.of("Location: /api/v1/customers/" + id, "{\"displayName\":\"" + WORD + "\"}"));
            Sql.execute(
                    bench.kontor.dataSource(),
                    "insert into customer_batch (created_at, created_by, user_id, updated_at, action, value, query, dry_run, state)"
                            + " values (now(), 'x', 1, now(), 'ADD_TAG', 'VIP', ?, false, 'SUCCEEDED')",
                    Sql.of("{\"text\":\"" + WORD + "\"}"));
            return true;
        });
        assertTrue(Planting.found(bench.kontor, WORD)
                .containsAll(List.of(
                        "import_run.file_name",
                        "import_run.header",
                        "import_mapping.header",
                        "vault_notice.payer",
                        "vault_notice.key",
                        "vault_notice.reference")));
        assertEquals("1", bench.kontor.sql("select count(*) from sign_in_failure where subject like 'user %'"));
    }
}
