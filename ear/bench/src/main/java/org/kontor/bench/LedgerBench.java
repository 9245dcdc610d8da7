package org.kontor.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** What the ledger answers, against the plain aggregate over its open items, and how many requests a second as it grows. */
final class LedgerBench {

    private static final int SMALL = 10_000;
    private static final int PER_CUSTOMER = 20;
    private static final int TIMES = 5;
    /** Seconds of a round of warming up, and how many there are at most. */
    private static final double WARM_UP = 10;

    private static final int ROUNDS = 16;
    /** As long as a round answers this much more than the best before it, the server is still being compiled. */
    private static final double BETTER = 1.02;
    /** So many rounds in a row that are no better: one alone may have met a checkpoint. */
    private static final int SETTLED = 2;

    private static final double SECONDS = 15;

    private static final String PLAIN = """
            select count(*), sum(b0 + b1 + b2 + b3 + b4)
            from (select customer_id, currency, sum(open_amount) filter (where due_date >= current_date) as b0,
                    coalesce(sum(open_amount) filter (where due_date between current_date - 30 and current_date - 1), 0) as b1,
                    coalesce(sum(open_amount) filter (where due_date between current_date - 60 and current_date - 31), 0) as b2,
                    coalesce(sum(open_amount) filter (where due_date between current_date - 90 and current_date - 61), 0) as b3,
                    coalesce(sum(open_amount) filter (where due_date < current_date - 90), 0) as b4
                  from open_item where open_amount > 0 group by 1, 2) c
            """;

    /** Customers like the first one, and issued invoices of them: from and to which item. */
    private static final String FILL = """
            set session_replication_role = replica;
            insert into customer
            select (jsonb_populate_record(null::customer, to_jsonb(c) || jsonb_build_object('id', c.id + g, 'display_name', 'C ' || g))).*
            from customer c, generate_series(:from / 20 + 1, :to / 20) g where c.id = :first;
            create temp table seed as
            select b.highest + n as id, :first + 1 + (n - 1) / 20 as customer_id, 100 + n % 900 as amount, d.day as issued, d.day + 30 as due,
                case when n % 5 = 0 and d.day < current_date then 50 else 0 end as paid, d.day + time '12:00' as at
            from generate_series(:from + 1, :to) n, lateral (select current_date - (n * 7 % 200) as day) d,
                (select greatest((select max(id) from open_item), (select max(id) from posting)) as highest) b;
            insert into invoice (id, version, created_at, created_by, updated_at, updated_by, kind, customer_id, entity_id, number,
                number_is_unique, currency, issue_date, due_date, terms, notes, template, purchase_order, tax_rounding,
                prices_include_tax, subtotal, tax, total, issued_at, bill_to, seller, content_hash)
            select s.id, 2, at, 'bench', at, 'bench', 'INVOICE', s.customer_id, i.entity_id, 'S-' || s.id, true, i.currency, issued, due, '',
                '', '', '', 'LINE', false, amount, 0, amount, at, i.bill_to, i.seller, i.content_hash
            from seed s, invoice i where i.id = (select min(id) from invoice);
            insert into invoice_line (invoice_id, position, item_code, description, quantity, unit_price, discount, tax_code, tax_rate, net, tax)
            select id, 1, '', 'Work', 1, amount, 0, '', 0, amount, 0 from seed;
            insert into open_item (id, customer_id, entity_id, kind, direction, component, number, currency, amount, open_amount, issue_date,
                due_date, recorded_at)
            select s.id, s.customer_id, i.entity_id, 'INVOICE', 1, 'PRINCIPAL', 'S-' || s.id, i.currency, s.amount, s.amount - paid, issued, due, at
            from seed s, invoice i where i.id = (select min(id) from invoice);
            insert into posting (id, kind, document_id, entity_id, effective_date, recorded_at, recorded_by)
            overriding system value select o.id, 'INVOICE_ISSUED', o.id, o.entity_id, o.issue_date, o.recorded_at, 'bench'
            from open_item o join seed using (id);
            insert into posting_line (posting_id, account, currency, amount)
            select o.id, 'REVENUE', o.currency, -o.amount from open_item o join seed using (id);
            insert into item_movement (posting_id, item_id, customer_id, entity_id, direction, currency, amount, effective_date, recorded_at,
                issue_date, due_date)
            select o.id, o.id, o.customer_id, o.entity_id, 1, o.currency, x.amount, o.issue_date + x.days, o.recorded_at, o.issue_date,
                o.due_date
            from open_item o join seed s using (id), lateral (values (o.amount, 0), (-s.paid, 1)) x (amount, days) where x.amount <> 0;
            insert into open_item_sum
            select entity_id, currency, direction, due_date, count(*), sum(open_amount) from open_item join seed using (id) group by 1, 2, 3, 4;
            insert into customer_open_sum
            select o.customer_id, entity_id, currency, count(*), sum(open_amount), false, true from open_item o join seed using (id)
            group by 1, 2, 3;
            insert into invoice_day_sum
            select o.entity_id, o.currency, issue_date, sum(o.amount), sum(open_amount), 0, 0, 0 from open_item o join seed using (id)
            group by 1, 2, 3;
            insert into item_movement_sum
            select m.entity_id, m.currency, m.direction, m.amount > 0, m.effective_date, m.due_date, sum(m.amount)
            from item_movement m join seed s on s.id = m.item_id group by 1, 2, 3, 4, 5, 6;
            drop table seed;
            select setval('ledger_id', (select max(id) from open_item)),
                setval(pg_get_serial_sequence('posting', 'id'), (select max(id) from posting)),
                setval(pg_get_serial_sequence('customer', 'id'), (select max(id) from customer));
            set session_replication_role = origin
            """;

    /** A line of the table. */
    interface Lines {
        void add(String what, double measured, double against, double ratio, String wanted);
    }

    private record Rate(double perSecond, double cpu, double callers) {}

    private final Server kontor;
    private final EmbeddedPostgres postgres;
    private final Lines lines;
    private long first;

    LedgerBench(Server kontor, EmbeddedPostgres postgres, Lines lines) {
        this.kontor = kontor;
        this.postgres = postgres;
        this.lines = lines;
    }

    /** Runs it up to so many items. */
    void run(int items) throws Exception {
        begin();
        fill(0, SMALL);
        Rate[] small = rates(SMALL);
        fill(SMALL, items);
        Rate[] large = rates(items);
        String[] names = {
            "invoice creations",
            "balance reads",
            "lists of a customer's invoices",
            "lists of all invoices",
            "answers of the server alone (/health/live)"
        };
        String[] wanted = {">= 225", ">= 1200", "", "", ""};
        for (int i = 0; i < names.length; i++) {
            lines.add(
                    names[i] + " a second, " + Connections.COUNT + " callers",
                    large[i].perSecond(),
                    small[i].perSecond(),
                    large[i].perSecond() / small[i].perSecond(),
                    wanted[i] + " flat from " + SMALL + " to " + items + " items");
            lines.add(
                    "  CPU of each, server and database (ms)",
                    large[i].cpu(),
                    small[i].cpu(),
                    large[i].cpu() / small[i].cpu(),
                    "flat");
            lines.add(
                    "  CPU of each, callers (ms)",
                    large[i].callers(),
                    small[i].callers(),
                    large[i].callers() / small[i].callers(),
                    "");
        }
        answers();
    }

    /** So many issued invoices in an empty database, and nothing measured. */
    void fillAlone(int items) throws Exception {
        begin();
        fill(0, items);
    }

    private void begin() throws Exception {
        first = Server.number(
                kontor.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Many\"}"),
                "id");
        kontor.post("/api/v1/invoices", invoice(first));
    }

    private void answers() throws Exception {
        double plain = best(() -> Bench.execute(postgres, PLAIN));
        String lately = "&asOf=" + LocalDate.now(ZoneOffset.UTC).minusDays(7) + "&knownAt=" + Instant.now();
        against(
                "aging of customers, today (ms)",
                "/api/v1/reports/aging?groupBy=CUSTOMER",
                plain,
                "<= 1.5 x plain SQL");
        against(
                "aging of customers, bitemporal (ms)",
                "/api/v1/reports/aging?groupBy=CUSTOMER" + lately,
                plain,
                "<= 4 x plain SQL");
        against("the whole dashboard (ms)", "/api/v1/reports/dashboard", plain, "< 0.25 x plain SQL");
    }

    private void against(String what, String path, double plain, String wanted) throws Exception {
        double seconds = best(() -> kontor.get(path));
        lines.add(what, seconds * 1e3, plain * 1e3, seconds / plain, wanted);
    }

    private Rate[] rates(int items) throws Exception {
        int customers = items / PER_CUSTOMER;
        Connections callers = kontor.connections();
        return new Rate[] {
            rate(201, n -> callers.post("/api/v1/invoices", invoice(customer(n, customers)))),
            rate(200, n -> callers.get("/api/v1/customers/" + customer(n, customers) + "/account")),
            rate(200, n -> callers.get("/api/v1/invoices?limit=50&customerId=" + customer(n, customers))),
            rate(200, n -> callers.get("/api/v1/invoices?limit=50")),
            rate(200, n -> callers.get("/health/live"))
        };
    }

    private Rate rate(int wanted, LongFunction<byte[]> request) throws Exception {
        Connections callers = kontor.connections();
        double best = 0;
        int settled = 0;
        for (int round = 0; round < ROUNDS && settled < SETTLED; round++) {
            double now = callers.run(WARM_UP, wanted, request);
            settled = now > BETTER * best ? 0 : settled + 1;
            best = Math.max(best, now);
        }
        Duration cpu = cpu();
        Duration own = cpu(ProcessHandle.current());
        long began = System.nanoTime();
        long calls = callers.run(SECONDS, wanted, request);
        double seconds = (double) (System.nanoTime() - began) / 1e9;
        return new Rate(
                (double) calls / seconds,
                each(cpu().minus(cpu), calls),
                each(cpu(ProcessHandle.current()).minus(own), calls));
    }

    /** Milliseconds of each call. */
    private static double each(Duration cpu, long calls) {
        return (double) cpu.toNanos() / 1e6 / (double) calls;
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What the server and the database have used so far. */
    private Duration cpu() throws SQLException {
        String pid = Bench.execute(postgres, "select pg_read_file('postmaster.pid')")
                .lines()
                .findFirst()
                .orElseThrow();
        ProcessHandle database = ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
        return Stream.concat(Stream.of(kontor.handle(), database), database.descendants())
                .map(LedgerBench::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void fill(int from, int to) throws Exception {
        Bench.execute(
                postgres,
                FILL.replace(":first", Long.toString(first))
                        .replace(":from", Integer.toString(from))
                        .replace(":to", Integer.toString(to)));
        for (String table :
                new String[] {"customer", "invoice", "invoice_line", "open_item", "item_movement", "posting"}) {
            Bench.execute(postgres, "vacuum analyze " + table);
        }
        Bench.execute(postgres, "checkpoint");
    }

    private long customer(long n, int customers) {
        return first + 1 + n * 7919 % customers;
    }

    private static String invoice(long customer) {
        return "{\"customerId\":" + customer
                + ",\"status\":\"OPEN\",\"lines\":[{\"description\":\"Work\",\"quantity\":\"2\","
                + "\"unitPrice\":\"49.90\"},{\"description\":\"Parts\",\"unitPrice\":\"12.50\"}]}";
    }

    /** A call. */
    private interface Call {
        Object make() throws Exception;
    }

    private static double best(Call call) throws Exception {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            call.make();
            times[i] = (double) (System.nanoTime() - began) / 1e9;
        }
        return Arrays.stream(times).min().orElseThrow();
    }
}
