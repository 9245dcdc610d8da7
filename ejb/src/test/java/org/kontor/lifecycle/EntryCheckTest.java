package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Drafts;
import org.kontor.customer.EntryCheck.Alike;
import org.kontor.customer.PhoneType;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** The look at who comes in, among 20,000 who are there. */
@OnPostgres
class EntryCheckTest {

    private static final int ROWS = 20_000;
    private static final LocalDate BORN = LocalDate.of(1940, 1, 1);
    private static TestKontor kontor;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        List<CustomerRules.Checked> customers = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            customers.add(Drafts.person("First" + i % 100, "Last" + i % 997)
                    .emails("mail" + i + "@example.com")
                    .phone(PhoneType.MOBILE, "+13035" + (550_000 + i))
                    .externalId("crm", "ACCOUNT", "C-" + i)
                    .born(BORN.plusDays(i))
                    .checked());
        }
        kontor.asSystem(() -> kontor.get(CustomerBulk.class).create(customers, 1));
        kontor.sql("vacuum analyze");
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    /** S3-48, S3-49: the certain rule, another way of being alike, and nobody; all in one statement. */
    @Test
    void manyAreLookedAtAtOnceAndEachIsToldItsOwn() {
        long seventh = id(7);
        List<List<Alike>> found = kontor.get(Comparison.class)
                .alike(List.of(
                        Drafts.person("F.", " LAST7 ").born(BORN.plusDays(7)).draft(),
                        Drafts.person("Nobody", "Unheard").draft(),
                        Drafts.person("First7", "Last7")
                                .emails("mail7@example.com")
                                .draft()));
        assertEquals(List.of(new Alike(seventh, true)), found.get(0));
        assertEquals(List.of(), found.get(1));
        assertEquals(new Alike(seventh, false), found.get(2).get(0));
    }

    /** S4-66: whoever does not see the other is not told. */
    @Test
    void whoIsNotSeenIsNotTold() {
        CustomerDraft draft =
                Drafts.person("First7", "Last7").born(BORN.plusDays(7)).draft();
        assertEquals(
                id(7),
                kontor.asSystem(() -> kontor.get(Duplicates.class).check(draft))
                        .get(0)
                        .customerId());
        Caller limited = new Caller(99, "lim", Set.of("read:customer"), RowScope.OWN);
        assertEquals(
                List.of(), kontor.as(limited, () -> kontor.get(Duplicates.class).check(draft)));
    }

    /** It reads indexes alone, for one as for a thousand at once. */
    @Test
    void theLookReadsIndexesAlone() {
        for (int count : List.of(1, 1_000)) {
            List<Asked> asked = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                asked.add(Asked.of(Drafts.person("First" + i % 100, "Last" + i % 997)
                        .emails("mail" + i + "@example.com")
                        .phone(PhoneType.MOBILE, "+13035" + (550_000 + i))
                        .externalId("crm", "ACCOUNT", "C-" + i)
                        .born(BORN.plusDays(i))
                        .draft()));
            }
            String plan = String.join(
                    "\n",
                    Sql.many(
                            kontor.dataSource(),
                            "explain " + RecordRepository.ALIKE,
                            RecordRepository.keys(asked),
                            row -> row.getString(1)));
            assertFalse(plan.contains("Seq Scan"), plan);
            for (String index : List.of(
                    "customer_email_address_idx",
                    "customer_phone_number_idx",
                    "external_id_",
                    "customer_birthdate_idx",
                    "customer_name_idx")) {
                assertTrue(plan.contains(index), index + " in " + plan);
            }
        }
    }

    /** A look costs less than fifty reads of a customer by the key. */
    @Test
    void aLookCostsLittleMoreThanReadingACustomer() {
        long first = id(0);
        long[] reads = new long[400];
        long[] looks = new long[400];
        // In one transaction, so that neither pays for a connection.
        kontor.asSystem(() -> {
            for (int i = 0; i < reads.length; i++) {
                long start = System.nanoTime();
                read(first + i);
                long between = System.nanoTime();
                look(i);
                looks[i] = System.nanoTime() - between;
                reads[i] = between - start;
            }
            return true;
        });
        Arrays.sort(reads);
        Arrays.sort(looks);
        long read = reads[reads.length / 2];
        long look = looks[looks.length / 2];
        System.out.printf(
                "look at who comes in: %d µs, read by key %d µs, %.1f times%n",
                look / 1000, read / 1000, (double) look / read);
        assertTrue(look < 50 * read, look + " against " + read);
    }

    private static void read(long id) {
        Sql.one(kontor.dataSource(), "select * from customer where id = ?", Sql.of(id), row -> row.getLong(1));
    }

    private static void look(int place) {
        kontor.get(Comparison.class)
                .alike(List.of(Drafts.person("First" + place % 100, "Last" + place % 997)
                        .emails("mail" + place + "@example.com")
                        .born(BORN.plusDays(place))
                        .draft()));
    }

    private static long id(int place) {
        return Long.parseLong(
                kontor.sql("select customer_id from customer_email where address = 'mail" + place + "@example.com'"));
    }
}
