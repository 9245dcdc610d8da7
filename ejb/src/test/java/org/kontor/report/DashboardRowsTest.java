package org.kontor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RoleDraft;
import org.kontor.access.Roles;
import org.kontor.access.SignIn;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.receivable.LedgerProof;
import org.kontor.receivable.LedgerSumJob;
import org.kontor.receivable.ProofView;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** Every number of the dashboard is the sum of the rows that it leads to. */
@OnPostgres
class DashboardRowsTest {

    private final TestKontor kontor = new TestKontor();
    private final Ledger ledger = new Ledger(kontor);
    private final LocalDate today = LocalDate.now(((Clock) kontor.clock()).withZone(ZoneOffset.UTC));
    private long acme;
    private long berg;

    @AfterEach
    void close() {
        kontor.close();
    }

    /** A ledger in which something happens tomorrow, too. */
    private void post() {
        acme = ledger.customer("Acme");
        berg = ledger.customer("=Berg");
        ledger.invoice(acme, "USD", "100.00", day(-200), 30);
        long late = ledger.invoice(acme, "USD", "50.00", day(-40), 10);
        long paid = ledger.invoice(berg, "USD", "75.00", day(-25), 10);
        ledger.pay(paid, berg, "USD", "75.00", day(-5));
        long due = ledger.invoice(berg, "USD", "20.00", day(-3), 3);
        ledger.invoice(berg, "USD", "8.00", day(-1), 400);
        ledger.pay(due, berg, "USD", "20.00", day(1));
        ledger.apply(ledger.payment(acme, "USD", "30.00", day(-1)), late, "10.00", day(2), day(-1) + "T12:00:00Z");
        ledger.invoice(acme, "USD", "4.00", day(5), 10);
        ledger.invoice(acme, "EUR", "7.00", day(-3), 0);
    }

    @Test
    void whatIsOpenIsTheAgingOfTodayAlsoWhenSomethingIsPostedForTomorrow() {
        post();

        DashboardView shown = show();

        AgingLine all = as(() -> kontor.get(Aging.class)
                        .report(AgingQuery.by(AgingGroup.NONE).in("USD"), PageRequest.first()))
                .items()
                .get(0);
        assertEquals(all, shown.aging().orElseThrow());
        assertEquals(shown.open(), rows("owed", Optional.empty()).amount());
        assertEquals(shown.openItems(), rows("owed", Optional.empty()).items());
        assertEquals(shown.pastDue(), rows("pastDue", Optional.empty()).amount());
        assertEquals(shown.pastDueItems(), rows("pastDue", Optional.empty()).items());
        for (DashboardView.CashStep step : shown.cash()) {
            ItemSum rows = rows("current", Optional.of(step.until()));
            assertEquals(step.amount() + " " + step.items(), rows.amount() + " " + rows.items(), step.span());
        }
        assertTrue(shown.openItems() > shown.cash().get(2).items(), "one is due after this year");
    }

    @Test
    void everyFigureOfAPeriodIsTheSumOfItsInvoices() {
        post();
        kontor.sql("update open_item set voided_on = '" + day(-2) + "', open_amount = 0 where id = ("
                + ledger.invoice(acme, "USD", "11.00", day(-2), 10) + ")");

        DashboardView shown = show();
        KeyFigures figures = shown.figures().orElseThrow();

        FigureSum issued = sum(FigureKind.ISSUED);
        assertEquals(
                List.of(shown.invoiced(), shown.invoicedPaid(), shown.invoicedOpen()),
                List.of(issued.amount(), issued.settled(), issued.open()));
        assertEquals(figures.sales(), sum(FigureKind.SALES).amount());
        FigureSum settled = sum(FigureKind.SETTLED);
        assertEquals(figures.invoicesPaid(), settled.rows());
        assertEquals(figures.addInvoices(), settled.daysLate());
        for (FigureKind kind : FigureKind.values()) {
            List<FigureRow> rows = list(kind);
            assertEquals(
                    sum(kind).amount(),
                    rows.stream().map(FigureRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                    kind.name());
            assertEquals(sum(kind).rows(), rows.size(), kind.name());
        }
        FigureRow first = list(FigureKind.SALES).get(0);
        assertEquals(berg, first.customerId());
        assertEquals(
                0,
                as(() -> kontor.get(FigureRows.class)
                                        .list(query(FigureKind.SALES), new PageRequest(1, Optional.empty())))
                                .nextCursor()
                                .map(cursor -> as(() -> kontor.get(FigureRows.class)
                                                .list(
                                                        query(FigureKind.SALES),
                                                        new PageRequest(200, Optional.of(cursor))))
                                        .items()
                                        .indexOf(first))
                                .orElseThrow()
                        + 1);
    }

    @Test
    void whatIsKeptByDayIsAddedUpAndStaysWhatTheLedgerSays() throws Exception {
        post();
        DashboardView before = show();
        String rows = "select count(*) from open_item_sum";
        assertTrue(Integer.parseInt(kontor.sql(rows)) > 10);

        kontor.get(LedgerSumJob.class).run(new TestJobRun(kontor));

        assertEquals(before, show());
        assertEquals(
                "0",
                kontor.sql("select count(*) from (select from open_item_sum group by entity_id, currency, direction,"
                        + " due_date having count(*) > 1 or sum(items) = 0) d"));
        assertEquals(List.of(), wrong());
        kontor.sql("delete from open_item_sum where currency = 'EUR'");
        kontor.sql("update item_movement_sum set sale = not sale where currency = 'EUR'");
        kontor.sql("update customer_open_sum set amount = amount + 0.01 where currency = 'EUR'");
        kontor.sql("update invoice_day_sum set late = late + 1 where paid_items = 1");
        kontor.sql(
                "set session_replication_role = replica; update open_item set paid_on = paid_on + 1 where paid_on is not null;"
                        + " set session_replication_role = origin; select 1");
        assertEquals(5, wrong().size(), "a sum that is not the ledger's is found");
    }

    /** Also of money that is held, of what was posted for tomorrow, and after the rows were added up. */
    @Test
    void theLargestBalancesAreTheFirstLinesOfTheAgingReport() throws Exception {
        post();
        for (int n = 0; n < 12; n++) {
            long other = ledger.customer("Other " + n);
            ledger.invoice(other, "USD", n % 3 * 10 + 5 + ".00", day(-60 + n), 10);
            ledger.payment(other, "USD", n + ".00", day(n % 2 == 0 ? -1 : 2));
        }
        List<AgingLine> first = as(() -> kontor.get(Aging.class)
                        .report(AgingQuery.by(AgingGroup.CUSTOMER).in("USD"), new PageRequest(10, Optional.empty())))
                .items();

        assertEquals(first, show().top());
        assertEquals(10, first.size());
        kontor.get(LedgerSumJob.class).run(new TestJobRun(kontor));
        assertEquals(first, show().top());
        assertEquals(
                "0",
                kontor.sql(
                        "select count(*) from (select from customer_open_sum group by customer_id, entity_id, currency"
                                + " having count(*) > 1 or bool_or(fresh)) d"));
        assertEquals(List.of(), wrong());
    }

    /** Whoever owes two company entities, or has what was not added up yet, stands where the sum of it belongs. */
    @Test
    void balancesOfSeveralSumsAreAmongTheLargest() throws Exception {
        kontor.sql("insert into company_entity select (jsonb_populate_record(e, '{\"id\": 2, \"name\": \"Second\"}')).*"
                + " from company_entity e where id = 1");
        long[] customers = new long[14];
        for (int n = 0; n < customers.length; n++) {
            customers[n] = ledger.customer("Other " + n);
            ledger.invoice(customers[n], "USD", 100 + n + ".00", day(-60), 10);
            if (n % 5 == 0) {
                kontor.sql(
                        "insert into open_item (id, customer_id, entity_id, kind, direction, component, number, currency, amount,"
                                + " open_amount, issue_date, due_date, recorded_at) select nextval('ledger_id'), customer_id, 2, kind, direction,"
                                + " component, '', currency, 6 + amount, 6 + amount, issue_date, due_date, recorded_at from open_item"
                                + " where customer_id = " + customers[n]);
            }
        }
        for (int round = 0; round < 4; round++) {
            for (Optional<Long> entity : List.of(Optional.<Long>empty(), Optional.of(1L), Optional.of(2L))) {
                AgingQuery query = AgingQuery.by(AgingGroup.CUSTOMER).in("USD").of(entity);
                assertEquals(
                        as(() -> kontor.get(Aging.class).report(query, new PageRequest(10, Optional.empty())))
                                .items(),
                        as(() -> kontor.get(Dashboard.class).show("USD", ReportPeriod.LAST_30_DAYS, entity))
                                .top(),
                        "round " + round + " " + entity);
            }
            if (round % 2 == 0) {
                kontor.get(LedgerSumJob.class).run(new TestJobRun(kontor));
            } else {
                ledger.invoice(customers[round], "USD", "500.00", day(-3), 10);
                ledger.payment(customers[13], "USD", "50.00", day(-1));
            }
        }
        assertEquals(
                "11 6 2",
                kontor.sql(
                        "select count(*) filter (where alone) || ' ' || count(*) filter (where not alone and not fresh) || ' '"
                                + " || count(*) filter (where fresh) from customer_open_sum"));
    }

    @Test
    void whatIsErasedIsInNoSumAnyMore() {
        post();
        kontor.sql(
                "set kontor.erasing = 'on'; delete from posting where id in (select posting_id from item_movement where"
                        + " customer_id = " + berg + "); delete from open_item where customer_id = " + berg
                        + "; set kontor.erasing = 'off'; select 1");

        assertEquals(List.of(), wrong());
        assertEquals(
                "100.00", show().aging().orElseThrow().buckets().get("d91Plus").toPlainString());
    }

    /** S4-66. */
    @Test
    void whoSeesOwnCustomersGetsTheFiguresOfThese() {
        post();
        kontor.asSystem(() -> kontor.get(Roles.class)
                .create(new RoleDraft("lim", "", List.of("read:receivable"), Optional.of(true))));
        UserView made = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft("lim", "", "", Optional.empty(), List.of("lim"), Optional.empty())));
        Caller limited = kontor.asSystem(() -> kontor.get(SignIn.class).callerOf(made.id()));
        kontor.sql("update customer set manager_id = " + limited.userId() + " where id = " + berg);

        DashboardView shown = kontor.as(
                limited, () -> kontor.get(Dashboard.class).show("USD", ReportPeriod.LAST_30_DAYS, Optional.empty()));

        assertEquals("28.00", shown.open().toPlainString());
        assertEquals("103.00", shown.figures().orElseThrow().sales().toPlainString());
        assertEquals(
                List.of("103.00"),
                kontor.as(limited, () -> kontor.get(FigureRows.class).sums(query(FigureKind.SALES))).stream()
                        .map(s -> s.amount().toPlainString())
                        .toList());
    }

    @Test
    void everyTableComesAsCsvWithFormulasMadeHarmlessAndIsWrittenDown() {
        post();
        for (DashboardTable table : DashboardTable.values()) {
            String csv = file(table);
            assertTrue(csv.startsWith("Currency,") && csv.lines().count() > 1, csv);
            assertFalse(csv.contains(",=Berg"), csv);
        }
        assertTrue(file(DashboardTable.TOP).contains(",'=Berg,"), file(DashboardTable.TOP));
        assertTrue(file(DashboardTable.FIGURES).contains(",sales,"));
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        kontor.asSystem(() -> {
            kontor.get(FigureRows.class).begin(query(FigureKind.ISSUED));
            kontor.get(FigureRows.class).write(query(FigureKind.ISSUED), rows);
            return 0;
        });
        assertEquals(
                sum(FigureKind.ISSUED).rows() + 1,
                rows.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals("10", kontor.sql("select count(*) from access_event where kind = 'receivable.exported'"));
    }

    private DashboardView begin(DashboardTable table) {
        return kontor.get(DashboardExport.class).begin(table, "USD", ReportPeriod.LAST_30_DAYS, Optional.empty());
    }

    private String file(DashboardTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kontor.asSystem(() -> {
            kontor.get(DashboardExport.class).write(table, begin(table), out);
            return 0;
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> wrong() {
        return kontor.asSystem(() -> kontor.get(LedgerProof.class).run()).checks().stream()
                .filter(c -> c.found() > 0)
                .map(ProofView.Check::name)
                .filter(name -> name.startsWith("What is kept") || name.startsWith("An invoice was paid"))
                .toList();
    }

    private ItemSum rows(String column, Optional<LocalDate> until) {
        AgingQuery query = new AgingQuery(
                Optional.empty(),
                Optional.empty(),
                AgingBasis.DUE_DATE,
                AgingGroup.CUSTOMER,
                Optional.empty(),
                false,
                Optional.empty(),
                "USD",
                "",
                until,
                List.of());
        return as(() -> kontor.get(Aging.class).sums(query, column)).stream()
                .findFirst()
                .orElse(new ItemSum("USD", 0, new BigDecimal("0.00")));
    }

    private FigureQuery query(FigureKind kind) {
        return new FigureQuery(kind, new Days(today.minusDays(29), today), "usd", Optional.empty());
    }

    private FigureSum sum(FigureKind kind) {
        return as(() -> kontor.get(FigureRows.class).sums(query(kind))).get(0);
    }

    private List<FigureRow> list(FigureKind kind) {
        return as(() -> kontor.get(FigureRows.class).list(query(kind), PageRequest.first()))
                .items();
    }

    private <T> T as(Callable<T> work) {
        return kontor.asSystem(work);
    }

    private String day(int offset) {
        return today.plusDays(offset).toString();
    }

    private DashboardView show() {
        return as(() -> kontor.get(Dashboard.class).show("USD", ReportPeriod.LAST_30_DAYS, Optional.empty()));
    }
}
