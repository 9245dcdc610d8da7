package org.kontor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class DashboardTest {

    private final TestKontor kontor = new TestKontor();
    private final Ledger ledger = new Ledger(kontor);
    private final LocalDate today = LocalDate.now(((Clock) kontor.clock()).withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        kontor.close();
    }

    @Test
    void everyFigureComesFromTheLedgerInOneCurrency() {
        long acme = ledger.customer("Acme");
        long berg = ledger.customer("Berg");
        ledger.invoice(acme, "USD", "100.00", day(-40), 10); // 30 days past due
        long half = ledger.invoice(acme, "USD", "50.00", day(-10), 10); // due today
        ledger.apply(ledger.payment(acme, "USD", "30.00", day(-1)), half, "20.00", day(-1), day(-1) + "T12:00:00Z");
        ledger.invoice(berg, "USD", "500.00", day(-3), 0);
        ledger.invoice(berg, "EUR", "7.00", day(-3), 0);

        DashboardView shown = show("");

        assertEquals("USD", shown.currency());
        assertEquals(List.of("USD", "EUR"), shown.currencies());
        assertEquals("3 630.00", shown.openItems() + " " + shown.open());
        assertEquals("2 600.00", shown.pastDueItems() + " " + shown.pastDue());
        assertEquals(
                "620.00", shown.aging().orElseThrow().buckets().get("total").toPlainString());
        assertEquals("550.00 20.00 530.00", shown.invoiced() + " " + shown.invoicedPaid() + " " + shown.invoicedOpen());
        assertEquals(
                List.of("Berg", "Acme"),
                shown.top().stream().map(AgingLine::name).toList());
        assertEquals("30.00", shown.cash().get(2).amount().toPlainString());
        assertEquals("630.00", shown.figures().orElseThrow().closing().toPlainString());
        assertEquals("7.00", show("eur").open().toPlainString());
    }

    @Test
    void theTrendIsTheAgingOfEachOfItsDays() {
        long acme = ledger.customer("Acme");
        long old = ledger.invoice(acme, "USD", "100.00", day(-60), 15);
        ledger.pay(old, acme, "USD", "100.00", day(-12));
        ledger.invoice(acme, "USD", "40.00", day(-20), 10);

        for (TrendPoint point : show("").trend()) {
            List<AgingLine> then = kontor.asSystem(() -> kontor.get(Aging.class)
                            .report(AgingQuery.by(AgingGroup.NONE).asOf(point.day()), PageRequest.first()))
                    .items();
            point.buckets()
                    .forEach((key, amount) ->
                            assertEquals(then.get(0).buckets().get(key), amount, point.day() + " " + key));
        }
        assertTrue(show("").trend().size() >= 5);
    }

    @Test
    void withoutALedgerThereIsNothingToShow() {
        DashboardView shown = show("");

        assertEquals("", shown.currency());
        assertEquals(0, shown.openItems());
        assertTrue(shown.aging().isEmpty()
                && shown.top().isEmpty()
                && shown.figures().isEmpty());
    }

    private String day(int offset) {
        return today.plusDays(offset).toString();
    }

    private DashboardView show(String currency) {
        return kontor.asSystem(
                () -> kontor.get(Dashboard.class).show(currency, ReportPeriod.LAST_30_DAYS, Optional.empty()));
    }
}
