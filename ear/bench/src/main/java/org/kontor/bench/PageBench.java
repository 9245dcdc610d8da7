package org.kontor.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long pages take for somebody who is signed in, among many customers: of each page the 95th percentile of calls one after the other,
 * over the loopback, whole. 50,000 more customers owe 20 invoices each.
 */
final class PageBench {

    private static final int CALLS = Integer.getInteger("kontor.bench.calls", 100);
    private static final int WARM_UP = Math.min(40, CALLS);
    private static final double WANTED = 200;
    private static final String LIMITED = "bench-limited";
    private static final String FIRST_PASSWORD = "Blue-Harbour-42-first";
    private static final String PASSWORD = "Green-Harbour-43-then";

    /** Marks on some: a tag that many have, one that few have, flags, a custom field, owners. */
    private static final String MARKS = """
            insert into system_table_entry (table_name, code, name, position, colour)
            values ('TAGS', 'BENCH_MANY', 'Bench many', 900, 'LIME'), ('TAGS', 'BENCH_FEW', 'Bench few', 901, 'PINK');
            insert into customer_tag select c.id, e.id from customer c, system_table_entry e where e.code = 'BENCH_MANY' and c.id % 5 = 0;
            insert into customer_tag select c.id, e.id from customer c, system_table_entry e where e.code = 'BENCH_FEW' and c.id % 50000 = 0;
            insert into customer_flag (customer_id, type_id, note, created_at, created_by)
            select c.id, (select min(id) from system_table_entry where table_name = 'FLAG_TYPES'), '', now(), 'bench' from customer c
            where c.id % 100 = 0;
            insert into custom_field (created_at, created_by, updated_at, updated_by, owner, key, label, kind, choices, required, searchable,
                position, active)
            values (now(), 'bench', now(), 'bench', 'CUSTOMER', 'benchRegion', 'Region', 'TEXT', '', false, true, 900, true);
            update customer set custom_values = '{"benchRegion": "North"}' where id % 20 = 0;
            update customer set billing_owner_id = (select id from app_user where login = ':limited') where id % 1000 = 1
            """;

    private final Server kontor;
    private final EmbeddedPostgres postgres;
    private final LedgerBench.Lines lines;

    PageBench(Server kontor, EmbeddedPostgres postgres, LedgerBench.Lines lines) {
        this.kontor = kontor;
        this.postgres = postgres;
        this.lines = lines;
    }

    /** Runs it with so many customers, of whom some have these open items. */
    void run(Path work, int customers, int items) throws Exception {
        new LedgerBench(kontor, postgres, lines).fillAlone(items);
        Bench.watch(kontor, kontor.upload(Rows.write(work.resolve("pages.csv"), customers, "bench"), ""), List.of());
        kontor.post(
                "/api/v1/roles",
                "{\"name\":\"Bench limited\",\"description\":\"\",\"ownCustomersOnly\":true,\"permissions\":[\"read:customer\",\"write:customer\","
                        + "\"read:receivable\",\"read:message\",\"read:to-do\"]}");
        kontor.post(
                "/api/v1/users",
                "{\"login\":\"" + LIMITED
                        + "\",\"displayName\":\"Limited\",\"email\":\"\",\"roles\":[\"Bench limited\"],\"password\":\""
                        + FIRST_PASSWORD + "\"}");
        for (String statement : MARKS.replace(":limited", LIMITED).split(";", -1)) {
            Bench.execute(postgres, statement);
        }
        Bench.execute(postgres, "vacuum analyze");
        double found = Double.parseDouble(Bench.execute(postgres, "select count(*) from customer"));
        lines.add("customers in the database", found, 0, 0, "");
        Browsing admin = kontor.browsing();
        admin.signIn("admin", Server.ADMIN_PASSWORD);
        pages().forEach((what, path) -> measure(admin, what, path));
        Browsing first = kontor.browsing();
        first.signInFirst(LIMITED, FIRST_PASSWORD, PASSWORD);
        Browsing limited = kontor.browsing();
        limited.signIn(LIMITED, PASSWORD);
        limited(limited);
    }

    private Map<String, String> pages() throws Exception {
        String one = Bench.execute(postgres, "select max(id) from customer where custom_values <> '{}'");
        String owes = Bench.execute(postgres, "select max(customer_id) from customer_open_sum");
        Map<String, String> pages = new LinkedHashMap<>();
        String list = "/customers.xhtml";
        pages.put("dashboard", "/dashboard.xhtml");
        pages.put("list", list);
        pages.put("list, newest first", list + "?sort=-created");
        pages.put("list, a status", list + "?status=PENDING");
        pages.put("list, a tag of many", list + "?tag=Bench+many");
        pages.put("list, a tag of few", list + "?tag=Bench+few");
        pages.put(
                "list, a flag",
                list + "?flag="
                        + java.net.URLEncoder.encode(
                                Bench.execute(
                                        postgres,
                                        "select name from system_table_entry where table_name = 'FLAG_TYPES' order by id limit 1"),
                                java.nio.charset.StandardCharsets.UTF_8));
        pages.put("list, a custom field", list + "?customField=benchRegion:North");
        pages.put("list, a place", list + "?place=Denver");
        pages.put("list, a country that nobody has", list + "?country=Fiji");
        pages.put("list, created since a day", list + "?createdFrom=2020-01-01");
        pages.put("list, a balance", list + "?balanceFrom=0.01");
        pages.put("list, a high balance", list + "?balanceFrom=18000");
        pages.put("list, nothing owed", list + "?balanceTo=0");
        pages.put("list, past due", list + "?pastDueFrom=100");
        pages.put("list, in the portal", list + "?portal=ENABLED");
        pages.put("list, without portal", list + "?portal=DISABLED");
        pages.put("list, without owner and tag", list + "?without=OWNER,TAG");
        pages.put("list, without e-mail", list + "?without=EMAIL");
        for (String text : List.of("lindqvist", "amelia+hartwell", "bench777", "303555", "nosuchname")) {
            pages.put("search " + text.replace('+', ' '), list + "?q=" + text);
        }
        pages.put("search with a tag", list + "?q=lindqvist&tag=Bench+many");
        pages.put("suggestions", "/suggest.xhtml?q=lindq");
        for (String tab : List.of(
                "overview",
                "contacts",
                "notes",
                "communication",
                "todo",
                "tickets",
                "journal",
                "attachments",
                "subscriptions",
                "plans",
                "documents",
                "timeline")) {
            pages.put("record, " + tab, "/customer.xhtml?id=" + one + "&tab=" + tab);
        }
        pages.put("record, overview of one who owes", "/customer.xhtml?id=" + owes);
        pages.put("record, transactions of one who owes", "/customer.xhtml?id=" + owes + "&tab=transactions");
        pages.put("edit form", "/customer-edit.xhtml?id=" + one);
        pages.put("form for a new one", "/customer-edit.xhtml");
        pages.put("batch of a list", "/customer-batch.xhtml?tag=Bench+many");
        pages.put("to-dos", "/to-dos.xhtml?whose=all");
        pages.put("invoices", "/invoices.xhtml");
        pages.put("payments", "/payments.xhtml");
        pages.put("aging", "/aging.xhtml");
        pages.put("audit log", "/audit.xhtml");
        pages.put("duplicates", "/duplicates.xhtml");
        pages.put("users", "/users.xhtml");
        pages.put("settings", "/settings.xhtml");
        return pages;
    }

    private void limited(Browsing limited) throws Exception {
        String own = Bench.execute(
                postgres,
                "select max(id) from customer where billing_owner_id = (select id from app_user where login = '"
                        + LIMITED + "')");
        measure(limited, "limited role: list", "/customers.xhtml");
        measure(limited, "limited role: search lindqvist", "/customers.xhtml?q=lindqvist");
        measure(limited, "limited role: search nosuchname", "/customers.xhtml?q=nosuchname");
        measure(limited, "limited role: a balance", "/customers.xhtml?balanceFrom=0.01");
        measure(limited, "limited role: record", "/customer.xhtml?id=" + own);
        measure(limited, "limited role: timeline", "/customer.xhtml?id=" + own + "&tab=timeline");
        measure(limited, "limited role: dashboard", "/dashboard.xhtml");
    }

    /** A page that is not there is told and does not end the others. */
    private void measure(Browsing who, String what, String path) {
        try {
            for (int i = 0; i < WARM_UP; i++) {
                who.get(path);
            }
            double[] times = new double[CALLS];
            for (int i = 0; i < CALLS; i++) {
                long began = System.nanoTime();
                int length = who.get(path).length();
                times[i] = length < 0 ? 0 : (double) (System.nanoTime() - began) / 1e6;
            }
            Arrays.sort(times);
            double p95 = times[(int) Math.ceil(CALLS * 0.95) - 1];
            lines.add(
                    "page, " + what + ", p95 (ms)",
                    p95,
                    WANTED,
                    p95 / WANTED,
                    p95 < WANTED ? "< 200 ms" : "< 200 ms: MISSED");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            lines.add("page, " + what, 0, 0, 0, "NOT MEASURED: " + e.getMessage());
        }
    }
}
