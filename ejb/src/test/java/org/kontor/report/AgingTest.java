package org.kontor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RoleDraft;
import org.kontor.access.Roles;
import org.kontor.access.SignIn;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class AgingTest {

    private static final AgingQuery ALL = AgingQuery.by(AgingGroup.NONE);

    private final TestKontor kontor = new TestKontor();
    private final Ledger ledger = new Ledger(kontor);

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-68. */
    @Test
    void itemsStandInTheBucketOfTheirDaysPastDueAndBucketsSumToTheBalance() {
        long acme = ledger.customer("Acme");
        ledger.invoice(acme, "USD", "1.00", "2026-11-01", 9); // due on the 10th: not past due on that day
        ledger.invoice(acme, "USD", "2.00", "2026-11-01", 8);
        ledger.invoice(acme, "USD", "4.00", "2026-10-01", 10); // 30 days
        ledger.invoice(acme, "USD", "8.00", "2026-10-01", 9); // 31 days
        ledger.invoice(acme, "USD", "16.00", "2026-08-01", 11); // 90 days
        ledger.invoice(acme, "USD", "32.00", "2026-08-01", 10); // 91 days
        ledger.payment(acme, "USD", "5.00", "2026-11-05");

        AgingLine line = lines(ALL.asOf(LocalDate.parse("2026-11-10"))).get(0);

        assertEquals(
                "{current=1.00, d1_30=6.00, d31_60=8.00, d61_90=16.00, d91Plus=32.00, unapplied=-5.00, total=58.00}",
                line.buckets().toString());
        assertEquals(
                "{current=1, d1_30=2, d31_60=1, d61_90=1, d91Plus=1, unapplied=1}",
                line.items().toString());
        assertEquals("58.0000", kontor.sql("select sum(amount) from item_movement"));
    }

    @Test
    void bucketsAndBasisAreChosen() {
        long acme = ledger.customer("Acme");
        ledger.invoice(acme, "USD", "7.50", "2026-11-01", 30);
        AgingQuery query = new AgingQuery(
                Optional.of(LocalDate.parse("2026-11-10")),
                Optional.empty(),
                AgingBasis.INVOICE_DATE,
                AgingGroup.NONE,
                Optional.empty(),
                false,
                Optional.empty(),
                "",
                "",
                List.of(5, 10));

        assertEquals(
                "{current=0.00, d1_5=0.00, d6_10=7.50, d11Plus=0.00, unapplied=0.00, total=7.50}",
                lines(query).get(0).buckets().toString());
    }

    @Test
    void aPaymentCountsFromItsDayAndIsKnownFromItsInstant() {
        long acme = ledger.customer("Acme");
        long invoice = ledger.invoice(acme, "USD", "100.00", "2026-01-01", 30);
        long payment = ledger.payment(acme, "USD", "60.00", "2026-03-10");
        ledger.apply(payment, invoice, "60.00", "2026-03-10", "2026-04-02T09:00:00Z");

        assertEquals("100.00", total(ALL.asOf(LocalDate.parse("2026-03-09"))));
        assertEquals("40.00", total(ALL.asOf(LocalDate.parse("2026-03-10"))));
        AgingQuery before = ALL.asOf(LocalDate.parse("2026-03-31")).knownAt(Instant.parse("2026-04-01T00:00:00Z"));
        assertEquals(
                "{current=0.00, d1_30=0.00, d31_60=100.00, d61_90=0.00, d91Plus=0.00, unapplied=-60.00, total=40.00}",
                lines(before).get(0).buckets().toString());
        AgingQuery after = before.knownAt(Instant.parse("2026-04-02T09:00:00Z"));
        assertEquals("40.00", lines(after).get(0).buckets().get("d31_60").toPlainString());
        assertEquals("0.00", lines(after).get(0).buckets().get("unapplied").toPlainString());
    }

    @Test
    void whatIsPostedInTheFutureDoesNotCountToday() {
        long acme = ledger.customer("Acme");
        ledger.invoice(acme, "USD", "10.00", "2026-05-01", 30);
        ledger.invoice(acme, "USD", "20.00", "2026-06-01", 30);

        assertEquals("10.00", total(ALL.asOf(LocalDate.parse("2026-05-31"))));
        assertEquals("30.00", total(ALL.asOf(LocalDate.parse("2026-06-01"))));
    }

    @Test
    void currenciesAreNeverAdded() {
        long acme = ledger.customer("Acme");
        ledger.invoice(acme, "USD", "10.00", "2026-05-01", 30);
        ledger.invoice(acme, "JPY", "500", "2026-05-01", 30);

        List<AgingLine> lines = lines(ALL);

        assertEquals(
                List.of("JPY 500", "USD 10.00"),
                lines.stream()
                        .map(l -> l.currency() + " " + l.buckets().get("total"))
                        .toList());
        assertEquals(1, lines(ALL.in("jpy")).size());
    }

    @Test
    void linesAreCustomersTreesEntitiesOrOwners() {
        long parent = ledger.customer("Parent");
        long child = ledger.customer("Child");
        long other = ledger.customer("Other");
        kontor.sql("update customer set account_type = 'PARENT' where id = " + parent);
        kontor.sql("update customer set account_type = 'CHILD', parent_id = " + parent + " where id = " + child);
        kontor.sql("update customer set billing_owner_id = " + limited().userId() + " where id = " + child);
        ledger.invoice(parent, "USD", "1.00", "2026-05-01", 30);
        ledger.invoice(child, "USD", "2.00", "2026-05-01", 30);
        ledger.invoice(other, "USD", "9.00", "2026-05-01", 30);

        assertEquals(List.of("Other 9.00", "Child 2.00", "Parent 1.00"), named(AgingGroup.CUSTOMER));
        assertEquals(List.of("Other 9.00", "Parent 3.00"), named(AgingGroup.TREE));
        assertEquals(List.of("My company 12.00"), named(AgingGroup.ENTITY));
        assertEquals(List.of(" 10.00", "lim 2.00"), named(AgingGroup.OWNER));
        AgingQuery below = new AgingQuery(
                Optional.empty(),
                Optional.empty(),
                AgingBasis.DUE_DATE,
                AgingGroup.NONE,
                Optional.of(parent),
                true,
                Optional.empty(),
                "",
                "",
                List.of());
        assertEquals("3.00", total(below));
    }

    /** S4-66. */
    @Test
    void whoSeesOwnCustomersGetsTheSumsOfThese() {
        long mine = ledger.customer("Mine");
        long theirs = ledger.customer("Theirs");
        Caller limited = limited();
        kontor.sql("update customer set manager_id = " + limited.userId() + " where id = " + mine);
        ledger.invoice(mine, "USD", "1.00", "2026-05-01", 30);
        ledger.invoice(theirs, "USD", "2.00", "2026-05-01", 30);

        AgingReport report = kontor.as(limited, () -> aging().report(ALL, PageRequest.first()));

        assertEquals("1.00", report.items().get(0).buckets().get("total").toPlainString());
        assertEquals(
                1,
                kontor.as(limited, () -> aging().items(ALL, "", PageRequest.first()))
                        .items()
                        .size());
    }

    /** The same sums from what is left of the items, from their movements, from the list of items, and from the ledger. */
    @Test
    void allWaysGiveTheSumsOfTheLedger() {
        Random random = new Random(5);
        List<Long> customers = List.of(ledger.customer("A"), ledger.customer("B"), ledger.customer("C"));
        for (int i = 0; i < 60; i++) {
            long customer = customers.get(random.nextInt(3));
            String currency = random.nextBoolean() ? "USD" : "EUR";
            LocalDate day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(200));
            long invoice = ledger.invoice(customer, currency, "100.00", day.toString(), random.nextInt(60));
            if (random.nextBoolean()) {
                LocalDate paid = day.plusDays(random.nextInt(90));
                String amount = random.nextInt(1, 101) + ".00";
                ledger.apply(
                        ledger.payment(customer, currency, "100.00", paid.toString()),
                        invoice,
                        amount,
                        paid.toString(),
                        paid + "T13:00:00Z");
            }
        }
        Instant late = Instant.parse("2027-01-01T00:00:00Z");
        for (String day : List.of("2026-02-01", "2026-05-15", "2026-12-31")) {
            for (AgingGroup group : AgingGroup.values()) {
                AgingQuery query = AgingQuery.by(group).asOf(LocalDate.parse(day));
                assertEquals(amounts(query), amounts(query.knownAt(late)), day + " " + group);
            }
            for (String currency : List.of("USD", "EUR")) {
                AgingQuery query = ALL.in(currency).asOf(LocalDate.parse(day));
                BigDecimal balance =
                        new BigDecimal(kontor.sql("select sum(amount) from item_movement where effective_date <= '"
                                + day + "' and currency = '" + currency + "'"));
                assertEquals(0, balance.compareTo(new BigDecimal(total(query))), day);
                assertEquals(0, balance.compareTo(sum(query)), day);
                BigDecimal customersTogether = lines(query.groupedBy(AgingGroup.CUSTOMER)).stream()
                        .map(l -> l.buckets().get("total"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(0, balance.compareTo(customersTogether), day);
            }
        }
    }

    @Test
    void itemsOfABucketComeInPiecesTheOldestFirst() {
        long acme = ledger.customer("Acme");
        for (int i = 0; i < 5; i++) {
            ledger.invoice(acme, "USD", "1.00", "2026-05-0" + (1 + i / 2), 0);
        }
        ledger.invoice(acme, "USD", "1.00", "2026-01-01", 0);
        AgingQuery query = ALL.asOf(LocalDate.parse("2026-05-10"));
        List<AgingItem> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> from = cursor;
            var page = kontor.asSystem(() -> aging().items(query, "d1_30", new PageRequest(2, from)));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertEquals(5, all.size());
        assertTrue(all.stream().allMatch(i -> i.bucket().equals("d1_30")));
        assertEquals(9, all.get(0).age());
        assertEquals(
                6,
                kontor.asSystem(() -> aging().items(query, "pastDue", PageRequest.first()))
                        .items()
                        .size());
    }

    @Test
    void linesComeInPiecesWithoutALossOrADouble() {
        for (int i = 0; i < 7; i++) {
            long customer = ledger.customer("C" + i);
            ledger.invoice(customer, "USD", i < 4 ? "1.00" : "2.00", "2026-05-01", 0);
            ledger.invoice(customer, "EUR", "3.00", "2026-05-01", 0);
        }
        AgingQuery query = AgingQuery.by(AgingGroup.CUSTOMER);
        List<AgingLine> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> from = cursor;
            AgingReport piece = kontor.asSystem(() -> aging().report(query, new PageRequest(3, from)));
            all.addAll(piece.items());
            cursor = piece.nextCursor();
        } while (cursor.isPresent());

        assertEquals(lines(query), all);
        assertEquals(14, all.stream().distinct().count());
    }

    @Test
    void whatCannotBeAnsweredIsRefusedByName() {
        AgingQuery shrinking = new AgingQuery(
                Optional.empty(),
                Optional.empty(),
                AgingBasis.DUE_DATE,
                AgingGroup.NONE,
                Optional.empty(),
                false,
                Optional.empty(),
                "Dollars",
                "",
                List.of(60, 30));

        AppException refusal = assertThrows(AppException.class, () -> lines(shrinking));

        assertEquals(
                List.of("buckets", "currency"),
                refusal.errors().stream().map(e -> e.field()).toList());
        assertThrows(AppException.class, () -> kontor.asSystem(() -> aging().items(ALL, "d1_31", PageRequest.first())));
    }

    @Test
    void theReportComesAsCsvWithFormulasMadeHarmlessAndIsWrittenDown() {
        long acme = ledger.customer("=Acme");
        ledger.invoice(acme, "USD", "10.00", "2026-05-01", 30);
        AgingExport export = kontor.get(AgingExport.class);
        AgingQuery query = AgingQuery.by(AgingGroup.CUSTOMER).asOf(LocalDate.parse("2026-06-30"));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream items = new ByteArrayOutputStream();

        kontor.asSystem(() -> {
            export.begin(query);
            export.writeLines(query, lines);
            export.beginItems(query, "d1_30");
            export.writeItems(query, "d1_30", items);
            return 0;
        });

        assertEquals(
                "Id,Name,AccountNumber,Currency,current,d1_30,d31_60,d61_90,d91Plus,unapplied,total\r\n" + acme
                        + ",'=Acme,,USD,0.00,10.00,0.00,0.00,0.00,0.00,10.00\r\n",
                lines.toString(StandardCharsets.UTF_8));
        assertTrue(
                items.toString(StandardCharsets.UTF_8).contains(",USD,2026-05-01,2026-05-31,30,d1_30,10.00,10.00\r\n"));
        assertEquals("2", kontor.sql("select count(*) from access_event where kind = 'receivable.exported'"));
    }

    private Caller limited() {
        List<String> permissions = List.of("read:receivable");
        kontor.asSystem(() -> kontor.get(Roles.class).create(new RoleDraft("lim", "", permissions, Optional.of(true))));
        UserView made = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft("lim", "", "", Optional.empty(), List.of("lim"), Optional.empty())));
        return kontor.asSystem(() -> kontor.get(SignIn.class).callerOf(made.id()));
    }

    private Aging aging() {
        return kontor.get(Aging.class);
    }

    private List<AgingLine> lines(AgingQuery query) {
        return kontor.asSystem(() -> aging().report(query, new PageRequest(500, Optional.empty())))
                .items();
    }

    private List<String> amounts(AgingQuery query) {
        return lines(query).stream()
                .map(l -> l.id() + l.currency() + l.buckets() + l.items())
                .toList();
    }

    private List<String> named(AgingGroup group) {
        return lines(AgingQuery.by(group)).stream()
                .map(l -> l.name() + " " + l.buckets().get("total"))
                .toList();
    }

    private String total(AgingQuery query) {
        List<AgingLine> lines = lines(query);
        assertFalse(lines.isEmpty());
        return lines.get(0).buckets().get("total").toPlainString();
    }

    private BigDecimal sum(AgingQuery query) {
        return kontor.asSystem(() -> aging().items(query, "", new PageRequest(500, Optional.empty()))).items().stream()
                .map(AgingItem::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
