package org.kontor.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.receivable.AllocationLine;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceActions;
import org.kontor.receivable.LedgerProof;
import org.kontor.receivable.PaymentDraft;
import org.kontor.receivable.Payments;
import org.kontor.receivable.ProofView;
import org.kontor.testing.OnPostgres;

/** Taking a file of invoices, payments and opening balances back counters what it posted; history stays. */
@OnPostgres
class LedgerUndoTest {

    private static final String HEADER = "Client,Type,Invoice No,Date,Amount,For,Curr\n";

    private static final Map<String, String> COLUMNS = Map.of(
            "Client", "companyName",
            "Type", "documentKind",
            "Invoice No", "documentNumber",
            "Date", "documentDate",
            "Amount", "amount",
            "For", "settles",
            "Curr", "currency");

    private final ImportBench bench = new ImportBench();

    LedgerUndoTest() {
        bench.starter = ImportBench.CLERK;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** S4-68, S4-74: all of it is countered, nothing is removed, and the file may come again. */
    @Test
    void anUndoCountersAndTheSameFileMayComeAgain() {
        String file = HEADER + """
                Birch,Invoice,A-1,2024-01-10,100,,USD
                Birch,Invoice,A-2,2024-01-11,50,,USD
                Birch,Payment,P-1,2024-02-01,120,A-1,USD
                Birch,Credit note,C-1,2024-02-02,10,A-2,USD
                Birch,Opening balance,O-1,2023-12-31,25,,USD
                """;
        ImportView first = run(file);
        assertEquals(List.of(), first.problems());
        long postings = number("select count(*) from posting");
        UndoView undone = undo(first.id());
        assertEquals(UndoView.State.DONE, undone.state());
        assertEquals("LEDGER_HISTORY", obstacles(first.id()));
        assertEquals("1", bench.kontor.sql("select count(*) from customer"));
        assertEquals(2 * postings, number("select count(*) from posting"));
        assertEquals(0, number("select count(*) from open_item where open_amount <> 0 or voided_on is null"));
        assertEquals(
                "Import " + first.id() + " was undone.",
                bench.kontor.sql("select string_agg(distinct void_reason, '/') from (select void_reason from invoice"
                        + " union select void_reason from payment union select void_reason from credit) v"));
        assertEquals("5", bench.kontor.sql("select count(*) from timeline_entry where kind like '%.voided'"));
        assertProven();

        ImportView again = run(file);
        assertEquals(List.of(), again.problems());
        assertEquals(5, again.created());
        assertEquals(1, number("select count(*) from customer"));
        assertEquals(45, number("select sum(direction * open_amount)::int from open_item"));
        assertProven();
    }

    /** S4-68: what was sent, applied or changed since stays with what settles it and is named; the rest is undone. */
    @Test
    void whatSomebodyReliesOnStaysAndIsNamed() {
        run(HEADER + "Old,Invoice,X-1,2024-01-01,70,,USD\n");
        ImportView brought = run(HEADER + """
                Birch,Invoice,S-1,2024-01-10,100,,USD
                Birch,Payment,P-1,2024-02-01,40,S-1,USD
                Birch,Invoice,T-1,2024-01-11,50,,USD
                Birch,Invoice,U-1,2024-01-12,30,,USD
                Old,Payment,P-2,2024-02-03,70,X-1,USD
                Fir,Invoice,F-1,2024-01-12,30,,USD
                Fir,Payment,P-3,2024-02-12,30,F-1,USD
                """);
        assertEquals(List.of(), brought.problems());
        send("S-1");
        pay("T-1", "5");
        undo(brought.id());
        assertEquals(
                "LEDGER_HISTORY:Fir LEDGER_CHANGED_SINCE:Birch",
                bench.kontor.sql("select string_agg(o.code || ':' || c.display_name, ' ' order by o.code desc)"
                        + " from import_obstacle o join customer c on c.id = o.customer_id where import_id = "
                        + brought.id()));
        assertEquals(
                "These documents stay. Sent: S-1. Applied, paid, changed since or with files: T-1."
                        + " Settled by one of these, or settling it: P-1.",
                bench.kontor.sql("select message from import_obstacle where code = 'LEDGER_CHANGED_SINCE'"));
        assertEquals("P-1 S-1 T-1", standing("Birch"));
        assertEquals("", standing("Fir"));
        assertEquals("X-1", standing("Old"), "owed again");
        assertEquals(70, number("select open_amount::int from open_item where number = 'X-1'"));
        assertEquals("1", bench.kontor.sql("select count(*) from adjustment"));
        assertProven();

        undo(brought.id());
        assertEquals("P-1 S-1 T-1", standing("Birch"), "asked again, it tries again and nothing has changed");
        assertProven();
    }

    /** S4-74: whatever a file brought and whatever was done since, the ledger holds, and nothing of it is removed. */
    @Test
    void whateverWasDoneSinceTheLedgerHolds() {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            String prefix = "R" + seed + "-";
            run(HEADER + rows(random, prefix + "before-", 10, List.of()));
            List<String> owed = List.of(prefix + "before-1", prefix + "before-2", prefix + "before-3");
            ImportView brought = run(HEADER + rows(random, prefix, 60, owed));
            for (int i = 0; i < 12; i++) {
                doSomething(random, prefix);
            }
            assertProven();
            long postings = number("select count(*) from posting");
            long items = number("select count(*) from open_item");
            long applications = number("select count(*) from application");
            String byHand = "select coalesce(sum(open_amount), 0)::text from open_item where number like 'hand%'";
            String before = bench.kontor.sql(byHand);
            undo(brought.id());
            assertProven();
            assertTrue(number("select count(*) from posting") > postings, "seed " + seed);
            assertEquals(items, number("select count(*) from open_item"));
            assertTrue(number("select count(*) from application") >= applications);
            assertEquals(before, bench.kontor.sql(byHand), "money of others stays where it was applied");
            assertEquals(
                    0,
                    number(
                            "select count(*) from open_item o join import_posting i on i.import_id = " + brought.id()
                                    + " join posting p on p.id = i.posting_id and p.document_id = o.id where o.voided_on is not null"
                                    + " and p.kind in ('INVOICE_ISSUED', 'PAYMENT_RECORDED', 'CREDIT_MEMO_ISSUED', 'OPENING_BALANCE')"),
                    "what is void is done with");
            assertEquals(
                    0,
                    number("select count(*) from open_item o join import_posting i on i.import_id = " + brought.id()
                            + " join posting p on p.id = i.posting_id and p.document_id = o.id where o.voided_on is null"
                            + " and not exists (select from import_obstacle b where b.import_id = i.import_id"
                            + " and b.customer_id = o.customer_id and (b.message like '%' || o.number || '%'"
                            + " or b.message like '%#' || o.id || '%'))"),
                    "what stays is named");
        }
    }

    private static String rows(Random random, String prefix, int count, List<String> others) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            String client = "Client " + prefix.charAt(1) + random.nextInt(6);
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300));
            int amount = 10 + random.nextInt(90);
            int what = random.nextInt(10);
            if (i <= 3 || what < 5) {
                rows.append(row(client, "Invoice", prefix + i, day, amount, ""));
            } else if (what < 9) {
                boolean other = !others.isEmpty() && random.nextInt(4) == 0;
                String settles =
                        other ? others.get(random.nextInt(others.size())) : prefix + (1 + random.nextInt(i - 1));
                rows.append(row(client, what < 8 ? "Payment" : "Credit note", prefix + i, day, amount, settles));
            } else {
                rows.append(row(client, "Opening balance", prefix + i, day, amount, ""));
            }
        }
        return rows.toString();
    }

    private static String row(String client, String type, String number, LocalDate day, int amount, String settles) {
        return String.format(Locale.ROOT, "%s,%s,%s,%s,%d,%s,USD%n", client, type, number, day, amount, settles);
    }

    private void doSomething(Random random, String prefix) {
        String like = "number like '" + prefix + "%' and number not like '%before%'";
        String invoice = bench.kontor.sql("select coalesce((select number from open_item where kind = 'INVOICE' and "
                + like + " and open_amount > 0 order by md5(number || " + random.nextInt() + ") limit 1), '')");
        if (invoice.isEmpty()) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> send(invoice);
            case 1 -> pay(invoice, "1");
            case 2 ->
                bench.kontor.asSystem(
                        () -> bench.kontor.get(InvoiceActions.class).dispute(id(invoice), "Too dear"));
            default ->
                bench.kontor.asSystem(() -> bench.kontor
                        .get(InvoiceActions.class)
                        .voidIt(DocumentKind.INVOICE, id(invoice), Optional.empty(), "Wrong"));
        }
    }

    private void send(String number) {
        bench.kontor.sql(
                "with m as (insert into message (created_at, created_by, customer_id, channel, direction, state, happened_at, address,"
                        + " subject, text, sending_key, queued_at) select now(), 'x', customer_id, 'EMAIL', 'OUT', 'SENT', now(),"
                        + " 'a@example.org', '', '', gen_random_uuid()::text, now() from open_item where number = '"
                        + number
                        + "' returning id) insert into message_file (message_id, position, kind, reference_id, name)"
                        + " select m.id, 0, 'INVOICE', " + id(number) + ", 'a.pdf' from m");
    }

    private void pay(String number, String amount) {
        long customer = number("select customer_id from open_item where id = " + id(number));
        bench.kontor.asSystem(() -> bench.kontor
                .get(Payments.class)
                .record(new PaymentDraft(
                        customer,
                        Optional.of(new BigDecimal(amount)),
                        "USD",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "hand " + number,
                        "",
                        Optional.of(AllocationPolicy.MANUAL),
                        List.of(new AllocationLine(id(number), Optional.empty())))));
    }

    private long id(String number) {
        return number("select id from open_item where number = '" + number + "' and voided_on is null");
    }

    private String standing(String client) {
        return bench.kontor.sql(
                "select coalesce(string_agg(number, ' ' order by number), '') from open_item o join customer c"
                        + " on c.id = o.customer_id where c.display_name = '" + client
                        + "' and voided_on is null and number not like 'hand%'");
    }

    private String obstacles(long id) {
        return bench.kontor.sql("select string_agg(code, ',') from import_obstacle where import_id = " + id);
    }

    private long number(String sql) {
        return Long.parseLong(bench.kontor.sql(sql));
    }

    private ImportView run(String file) {
        long id = bench.kontor.as(
                ImportBench.CLERK,
                () -> bench.imports()
                        .upload(
                                "invoices.csv",
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty())
                        .id());
        bench.kontor.as(
                ImportBench.CLERK,
                () -> bench.imports()
                        .start(
                                id,
                                new ImportChoice(
                                        Optional.empty(),
                                        OnDuplicate.SKIP,
                                        MatchBy.ALL,
                                        false,
                                        Optional.of(new ImportMapping("", COLUMNS, Map.of(), Optional.empty())))));
        bench.work(id, 100);
        return bench.find(id);
    }

    private UndoView undo(long id) {
        bench.kontor.as(
                ImportBench.CLERK, () -> bench.kontor.get(ImportFollowUp.class).undo(id));
        bench.workUndo(id, Integer.MAX_VALUE);
        return bench.find(id).undo().orElseThrow();
    }

    private void assertProven() {
        ProofView proof =
                bench.kontor.asSystem(() -> bench.kontor.get(LedgerProof.class).run());
        assertTrue(
                proof.holds(),
                () -> Stream.of(proof.checks()).map(Object::toString).toList().toString());
    }
}
